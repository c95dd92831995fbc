/// How pages look.
enum Stylesheet {
    static let css: Markup = """
        :root { color-scheme: light dark; --page: #fff; --text: #1c2024; --faint: #5c6670; --line: #d8dde2; --panel: #f5f7f9; --bar: #3b78b8; --track: #e6eaee; --good: #1a7f37; --bad: #b3261e; --link: #1f5fa8; }
        @media (prefers-color-scheme: dark) { :root { --page: #15181c; --text: #e4e7ea; --faint: #9aa5b0; --line: #353c44; --panel: #1e2328; --bar: #3f7fc0; --track: #2b3138; --good: #5fc77e; --bad: #ff8a80; --link: #8ab8ee; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
        main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
        h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
        h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; }
        p { margin: .4rem 0; }
        a { color: var(--link); }
        nav { margin: 0 0 1rem; font-size: .9rem; } nav + h1 { margin-top: 0; }
        .list { list-style: none; padding: 0; } .list li { display: flex; gap: .75rem; padding: .5rem 0; border-bottom: 1px solid var(--line); } .list .number { min-width: 3rem; } .list li > :last-child { flex: 1; overflow-wrap: anywhere; }
        .faint { color: var(--faint); }
        .figure { font-size: 2.4rem; line-height: 1.2; font-weight: 650; font-variant-numeric: tabular-nums; }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
        th, td { padding: .3rem .6rem; text-align: left; vertical-align: top; }
        .grid { margin-top: .75rem; }
        .grid th, .grid td { border-bottom: 1px solid var(--line); }
        .grid thead th { color: var(--faint); font-weight: 600; }
        .number { text-align: right; }
        .scroll { overflow-x: auto; max-width: 100%; }
        .chart { width: 100%; }
        .chart th { font-weight: 400; white-space: nowrap; width: 1%; padding-left: 0; }
        .chart td { white-space: nowrap; width: 1%; }
        .chart td.bar { width: auto; min-width: 6rem; vertical-align: middle; }
        .chart svg { display: block; overflow: visible; width: 100%; height: 1rem; }
        .chart .track { fill: var(--track); }
        .chart .fill { fill: var(--bar); }
        .chart line { stroke: var(--text); stroke-width: 2; }
        details { border: 1px solid var(--line); border-radius: 6px; margin: .5rem 0; background: var(--page); }
        details details { background: var(--panel); }
        summary { padding: .5rem .75rem; cursor: pointer; overflow-wrap: anywhere; }
        details > .inside { padding: 0 .75rem .75rem; }
        pre { margin: .25rem 0; padding: .6rem; background: var(--panel); border: 1px solid var(--line); border-radius: 4px; overflow-x: auto; font: .85rem/1.45 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
        details details pre { background: var(--page); }
        pre.exact { white-space: pre; overflow-wrap: normal; }
        .cells { font-size: .85rem; }
        .cells th, .cells td { border: 1px solid var(--line); padding: .15rem .4rem; }
        .label { color: var(--faint); font-size: .85rem; margin: .6rem 0 0; }
        @media (max-width: 32rem) { body { font-size: 15px; } main { padding: 1rem .75rem 3rem; } .chart .wide { display: none; } th, td { padding: .25rem .35rem; } .chart.long tr { display: grid; grid-template-columns: 1fr 4rem; } .chart.long th { grid-column: 1 / -1; width: auto; padding-bottom: 0; } .chart.long td { width: auto; align-self: center; } }
        @media print { details { break-inside: avoid; } }
        """
}

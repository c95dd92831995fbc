/// Tells sentences of a context-free grammar from other inputs (Earley's algorithm, predictions filtered by the next terminal).
///
/// It knows nothing of how the parser works: it is the second opinion.
struct EarleyRecognizer {
    let grammar: Productions

    private struct Item: Hashable {
        var production: Int32
        var dot: Int32
        var origin: Int32
    }

    /// The items at one place of the input.
    private struct State {
        var items: [Item] = []
        var known: Set<Item> = []
        /// Items by the rule they wait for.
        var waiting: [Int: [Item]] = [:]

        mutating func add(_ item: Item) { if known.insert(item).inserted { items.append(item) } }
    }

    /// - Parameter input: the terminals that each unit of the input is.
    /// - Returns: nil for a sentence; else the place of the first unit that no sentence has there.
    func failure(_ input: [TerminalSet]) -> Int? {
        var states = [State()]
        predict(grammar.start, 0, input.first, &states[0])
        for place in 0...input.count {
            var next = State()
            run(place, place < input.count ? input[place] : nil, &states, &next)
            guard place < input.count else { break }
            guard !next.items.isEmpty else { return place }
            states.append(next)
        }
        return accepts(states[input.count]) ? nil : input.count
    }

    private func accepts(_ state: State) -> Bool {
        state.items.contains { item in
            let production = grammar.productions[Int(item.production)]
            return item.origin == 0 && production.rule == grammar.start && Int(item.dot) == production.symbols.count
        }
    }

    private func run(_ place: Int, _ unit: TerminalSet?, _ states: inout [State], _ next: inout State) {
        var done = 0
        while done < states[place].items.count {
            let item = states[place].items[done]
            done += 1
            let production = grammar.productions[Int(item.production)]
            guard Int(item.dot) < production.symbols.count else {
                complete(production.rule, item, place, &states)
                continue
            }
            switch production.symbols[Int(item.dot)] {
            case .terminal(let terminal): if unit?.contains(terminal) == true { next.add(advanced(item)) }
            case .rule(let rule): wait(item, for: rule, place, unit, &states[place])
            }
        }
    }

    private func advanced(_ item: Item) -> Item { Item(production: item.production, dot: item.dot + 1, origin: item.origin) }

    private func complete(_ rule: Int, _ item: Item, _ place: Int, _ states: inout [State]) {
        for waiting in states[Int(item.origin)].waiting[rule] ?? [] { states[place].add(advanced(waiting)) }
    }

    private func wait(_ item: Item, for rule: Int, _ place: Int, _ unit: TerminalSet?, _ state: inout State) {
        if state.waiting[rule] == nil { predict(rule, place, unit, &state) }
        state.waiting[rule, default: []].append(item)
        if grammar.isNullable[rule] { state.add(advanced(item)) }
    }

    private func predict(_ rule: Int, _ place: Int, _ unit: TerminalSet?, _ state: inout State) {
        for number in grammar.alternatives[rule] {
            let production = grammar.productions[number]
            guard production.isNullable || unit.map({ production.first.intersects($0) }) == true else { continue }
            state.add(Item(production: Int32(number), dot: 0, origin: Int32(place)))
        }
    }
}

import HTML
import Testing

@Suite struct MarkupTests {
    @Test func textIsEscaped() {
        let cell = "<script>alert('x & \"y\"')</script>"
        let row: Markup = "<td title=\"\(cell)\">\(cell)</td>"
        let text = "&lt;script&gt;alert(&#39;x &amp; &quot;y&quot;&#39;)&lt;/script&gt;"
        #expect(row.html == "<td title=\"\(text)\">\(text)</td>")
    }

    @Test func markupStaysMarkup() {
        let inner: Markup = "<b>\("1 < 2")</b>"
        let pieces: [Markup] = [inner, "<i></i>"]
        let outer: Markup = "<p>\(inner)\(pieces)\(nil as Markup?)\(3)</p>"
        #expect(outer.html == "<p><b>1 &lt; 2</b><b>1 &lt; 2</b><i></i>3</p>")
    }

    @Test func controlsAndTurningMarksAreShown() {
        #expect(escaped("a\u{0}b\u{1B}c\u{202E}d\te\nf") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\te\nf")
    }

    /// A page asks for nothing from outside.
    @Test func pagesAreWhole() {
        let chart = BarChart("accuracy", [.init("a & b", 0.5, interval: 0.4...0.6, figure: "50 %")]).markup
        let html = Page("x < y", body: chart).html
        #expect(html.contains("<title>x &lt; y</title>"))
        #expect(html.contains("<th scope=\"row\">a &amp; b</th>"))
        #expect(html.contains("width=\"50.00%\""))
        for outside in ["http:", "https:", "src=", "@import", "url(", "<script", "<link"] { #expect(!html.contains(outside)) }
    }

    @Test func barsStayInTheirChart() {
        let html = BarChart("x", [.init("over", 7, figure: ""), .init("under", -1, figure: "")]).markup.html
        #expect(html.contains("class=\"fill\" width=\"100.00%\""))
        #expect(html.contains("class=\"fill\" width=\"0.00%\""))
    }
}

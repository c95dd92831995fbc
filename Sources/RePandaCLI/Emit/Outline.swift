/// A tree as indented lines.
struct Outline {
    var label: String
    var children: [Outline] = []

    init(_ label: String, _ children: [Outline] = []) {
        self.label = label
        self.children = children
    }

    var text: String {
        var lines: [String] = []
        append(to: &lines, depth: 0)
        return lines.joined(separator: "\n")
    }

    private func append(to lines: inout [String], depth: Int) {
        lines.append(String(repeating: "  ", count: depth) + label)
        for child in children { child.append(to: &lines, depth: depth + 1) }
    }
}

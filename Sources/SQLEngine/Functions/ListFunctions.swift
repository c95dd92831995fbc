import Diagnostics
import Kernels
import SQLite
import Values

/// A list of texts as one text: each item's length in bytes, a colon and the item, so that equal lists are equal texts.
enum EncodedList {
    static func encode(_ items: [Text]) -> Text {
        var out = TextBuilder(rows: 0)
        for item in items {
            out.append("\(item.count):")
            out.append(item)
        }
        return out.finishText()
    }

    static func decode(_ text: Text) -> [Text] {
        var items: [Text] = []
        text.withBytes { bytes in
            var at = 0
            while at < bytes.count {
                var length = 0
                while at < bytes.count, bytes[at] != UInt8(ascii: ":") {
                    length = length &* 10 &+ Int(bytes[at] &- 48)
                    at += 1
                }
                let start = at + 1, end = min(start &+ length, bytes.count)
                guard start <= end else { return }
                items.append(text.slice(start, end))
                at = end
            }
        }
        return items
    }
}

extension ScalarFunction {
    static let lists: [ScalarFunction] = [
        ScalarFunction("split", 1) { arguments throws(Failure) in
            guard let text = arguments[0].text else { return .null }
            return .text(EncodedList.encode(try text.split()))
        },
        ScalarFunction("split", 3) { arguments throws(Failure) in
            guard let text = arguments[0].text, let separator = arguments[1].text else { return .null }
            return .text(EncodedList.encode(try text.split(separator, limit: arguments[2].integer ?? -1)))
        },
        ScalarFunction("list_count", 1) { arguments throws(Failure) in
            arguments[0].text.map { .integer(EncodedList.decode($0).count) } ?? .null
        },
        ScalarFunction("list_item", 2) { arguments throws(Failure) in
            guard let list = arguments[0].text, let position = arguments[1].integer else { return .null }
            return item(EncodedList.decode(list), position).map(Datum.text) ?? .null
        },
        ScalarFunction("python_list_item", 2) { arguments throws(Failure) in
            guard let list = arguments[0].text, let position = arguments[1].integer, let found = item(EncodedList.decode(list), position) else {
                throw Failure(.indexError, "list index out of range")
            }
            return .text(found)
        },
    ]

    private static func item(_ items: [Text], _ position: Int) -> Text? {
        let at = position < 0 ? position &+ items.count : position
        return items.indices.contains(at) ? items[at] : nil
    }
}

import Catalog
import Diagnostics
import Values

/// The receiver of a builtin function.
struct Builtins {}

extension Call where Receiver == Builtins {
    func perform(_ operation: BuiltinOperation) throws(Failure) -> Value {
        switch operation {
        case .abs: try magnitude()
        case .all: try all()
        case .any: try any()
        case .enumerate: try enumerate()
        case .filter: try filter()
        case .isinstance: .bool(try isInstance())
        case .len: .int(try length())
        case .map: try map()
        case .max: try extreme(.max)
        case .min: try extreme(.min)
        case .print: .none
        case .reversed: try reversed()
        case .round: try round()
        case .sorted: .list(try sorted())
        case .sum: try sum()
        case .type: .type(try type())
        case .zip: try zip()
        }
    }
}

import Catalog
import Diagnostics
import Values

extension Interpreter {
    /// `pd.name`, `np.name` where the module itself is a value: a type, a constant, or a function and the operation it is.
    func moduleMember(_ module: Module, _ name: String) throws(Failure) -> (operation: Operation?, value: Value) {
        if let constant = module.constant(name) { return (nil, constant) }
        if let type = module.type(name) { return (nil, .type(type)) }
        let receiver = module.receiver
        if let operation = receiver.operation(named: name), operation.belongs(toModule: module.rawValue) {
            guard !operation.facts.isProperty else { return (operation, try invoke(operation, on: .none, [])) }
            return (operation, .function(OperationValue(operation)))
        }
        guard !receiver.hasOutside(name) else {
            throw Failure(.unsupportedOperation, "'\(module.rawValue).\(name)' is not supported")
        }
        throw Failure(.attributeError, "module '\(module.rawValue)' has no attribute '\(name)'")
    }
}

extension Module {
    var receiver: Receiver {
        switch self {
        case .pandas: .pandas
        case .numpy: .numpy
        case .math, .re, .datetime, .types: .standard
        }
    }
}

import Catalog
import Diagnostics
import Values

extension Call where Receiver == NDArray {
    func perform(_ operation: ArrayOperation) throws(Failure) -> Value {
        switch operation {
        case .T: .array(transposed())
        case .all: try asked(.all)
        case .any: try asked(.any)
        case .argmax: try asked(.argmax)
        case .argmin: try asked(.argmin)
        case .argsort: try asked(.argsort)
        case .astype: .array(NDArray(try interpreter.cast(receiver.column, to: arguments.require("dtype"), from: "astype"), shape: receiver.shape))
        case .clip: try asked(.clip)
        case .copy: .array(receiver)
        case .cumprod: try asked(.cumprod)
        case .cumsum: try asked(.cumsum)
        case .dot: try asked(.dot)
        case .dtype: .dtype(try dtype())
        case .flatten, .ravel: .array(try flat())
        case .item: try item()
        case .max: try asked(.max)
        case .mean: try asked(.mean)
        case .min: try asked(.min)
        case .ndim: .int(receiver.shape.count)
        case .nonzero: try asked(.nonzero)
        case .prod: try asked(.prod)
        case .repeat: try asked(.repeat)
        case .reshape: .array(try reshaped())
        case .round: try asked(.round)
        case .searchsorted: try asked(.searchsorted)
        case .shape: .tuple(receiver.shape.map(Value.int))
        case .size: .int(receiver.column.count)
        case .squeeze: .array(try squeezed())
        case .std: try asked(.std)
        case .sum: try asked(.sum)
        case .take: try taken()
        case .tolist: .list(try rows())
        case .transpose: .array(try transposed(arguments.rest("axes")))
        case .var: try asked(.var)
        }
    }

    /// Arrays of text are kept alike, whether numpy holds them as objects or as characters of a fixed width.
    private func dtype() throws(Failure) -> DType {
        guard case .text = receiver.column else { return receiver.column.dtype }
        throw Failure(.unsupportedOperation, "the dtype of an array of text is not supported", helps: ["ask a Series: its dtype is object"])
    }

    /// What numpy's function of the same name gives for this array: the parameters have the same names.
    private func asked(_ function: NumpyOperation) throws(Failure) -> Value {
        var keywords: [(String, Value)] = []
        for (slot, parameter) in arguments.signature.parameters.enumerated() {
            if let value = arguments.slots[slot] { keywords.append((parameter.name, value)) }
        }
        return try interpreter.invoke(.numpy(function), on: .none, [.array(receiver)], keywords: keywords)
    }
}

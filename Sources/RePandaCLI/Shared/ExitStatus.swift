import ArgumentParser
import Diagnostics

/// How the process ends; the numbers are part of the interface.
enum ExitStatus: Int32 {
    case done = 0
    /// Only with `--exit-verdict`.
    case refuted = 1
    case badInput = 2
    case refused = 3
    case limit = 4
    /// Who was to write the query did not answer.
    case translator = 5
    /// EX_SOFTWARE of sysexits.h.
    case fault = 70

    /// The status that an error of this code ends with.
    init(_ code: Code) {
        switch code.phase {
        case .syntax, .names, .types, .subset, .running, .lowering: self = .refused
        case .translator: self = ExitStatus.ofTranslator(code)
        case .limits: self = .limit
        case .tables: self = code == .tableLimit ? .limit : .badInput
        case .fault: self = .fault
        }
    }

    /// A translator that has nothing to say has answered.
    private static func ofTranslator(_ code: Code) -> ExitStatus {
        if code == .noReading { return .refused }
        return code == .invalidTemplate || code == .invalidRanker ? .badInput : .translator
    }

    /// What ends a command with this status.
    var error: ExitCode { ExitCode(rawValue) }
}

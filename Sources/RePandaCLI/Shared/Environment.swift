import Glibc

/// Variables of the process; only the command line reads them.
enum Environment {
    /// nil where the variable is not set, or is empty.
    static func variable(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }
}

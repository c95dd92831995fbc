import Diagnostics

/// An entry of a data set's file that cannot be taken: who builds throws the first, who lints counts them all.
struct Fault: Sendable {
    let kind: Finding.Kind
    /// The table that the entry is about, where it is known.
    let table: String?
    let message: String

    init(_ kind: Finding.Kind, table: String? = nil, _ message: String) {
        self.kind = kind
        self.table = table
        self.message = message
    }

    var diagnostic: Diagnostic { Diagnostic(.malformedDataset, message) }

    /// - Parameter file: where the entry stands, for faults that are about no table.
    func finding(in file: String) -> Finding { Finding(kind, table ?? file, table == nil ? message : "\(file): \(message)") }
}

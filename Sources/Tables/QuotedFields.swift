import CLibCSV
import Diagnostics

/// libcsv, for quoted fields with doubled quotes inside: `"a ""b"" c"`.
///
/// The parser is made at the first such field and used again for all others. Its space test is replaced by one that is never
/// true, so that it trims nothing.
final class QuotedFields {
    private var parser = csv_parser()
    private var isReady = false

    deinit { if isReady { csv_free(&parser) } }

    /// Decodes a whole field, quotes included, over itself; gives the decoded count.
    func decode(_ field: UnsafeMutablePointer<UInt8>, count: Int) throws(Diagnostic) -> Int {
        try prepare()
        var target = Target(base: field, capacity: count)
        let (parsed, finished) = withUnsafeMutablePointer(to: &target) { target in
            let parsed = csv_parse(&parser, field, count, copyField, nil, target)
            return (parsed, csv_fini(&parser, copyField, nil, target))
        }
        guard parsed == count, finished == 0, target.fields == 1 else {
            throw Diagnostic(.internalFault, "libcsv did not read a quoted field of \(count) bytes as one field")
        }
        (field + target.count).update(repeating: 0, count: count - target.count)
        return target.count
    }

    private func prepare() throws(Diagnostic) {
        guard !isReady else { return }
        guard csv_init(&parser, UInt8(CSV_APPEND_NULL)) == 0 else {
            throw Diagnostic(.internalFault, "libcsv could not be started")
        }
        csv_set_space_func(&parser) { _ in 0 }
        isReady = true
    }
}

/// Where libcsv's callback puts a field. libcsv hands over its own buffer, so writing over the raw field is safe.
private struct Target {
    let base: UnsafeMutablePointer<UInt8>
    let capacity: Int
    var count = 0
    var fields = 0
}

private let copyField: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = { bytes, count, context in
    guard let target = context?.assumingMemoryBound(to: Target.self) else { return }
    target.pointee.fields += 1
    guard let bytes, count <= target.pointee.capacity else { return }
    target.pointee.base.update(from: bytes.assumingMemoryBound(to: UInt8.self), count: count)
    target.pointee.count = count
}

/// The line (from 1) that an offset lies in: rows end with LF, CR LF or a lone CR.
///
/// Counted only where a message needs it, so that reading does not pay for it.
func line(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var line = 1
    for at in 0..<min(max(offset, 0), bytes.count) {
        switch bytes[at] {
        case UInt8(ascii: "\n"): line += 1
        case UInt8(ascii: "\r"): if at + 1 >= bytes.count || bytes[at + 1] != UInt8(ascii: "\n") { line += 1 }
        default: break
        }
    }
    return line
}

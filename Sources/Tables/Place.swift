/// A place in a file: an offset, and how many lines end before it.
struct FilePlace {
    var offset = 0
    var lineEnds = 0

    static let start = FilePlace()

    /// The line of the file (from 1) that an offset lies in, counted from the bytes that begin at this place.
    ///
    /// Counted only where a message needs it, so that reading does not pay for it.
    func line(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        lineEnds + Tables.lineEnds(UnsafeBufferPointer(rebasing: bytes.prefix(max(offset, 0))), following: bytes.dropFirst(max(offset, 0)).first) + 1
    }

    /// The place behind these bytes, which begin at this one.
    func advanced(by bytes: UnsafeBufferPointer<UInt8>, following: UInt8?) -> FilePlace {
        FilePlace(offset: offset + bytes.count, lineEnds: lineEnds + Tables.lineEnds(bytes, following: following))
    }
}

/// How many lines end in these bytes: with LF, CR LF or a lone CR.
///
/// - Parameter following: the byte behind them, which may be the LF that ends a line with their last CR.
func lineEnds(_ bytes: UnsafeBufferPointer<UInt8>, following: UInt8? = nil) -> Int {
    var feeds = 0
    var returns = 0
    for byte in bytes {
        feeds &+= byte == 0x0A ? 1 : 0
        returns &+= byte == 0x0D ? 1 : 0
    }
    return returns == 0 ? feeds : feeds + loneReturns(bytes, following: following)
}

private func loneReturns(_ bytes: UnsafeBufferPointer<UInt8>, following: UInt8?) -> Int {
    bytes.indices.reduce(0) { count, at in
        guard bytes[at] == 0x0D else { return count }
        return count + ((at + 1 < bytes.count ? bytes[at + 1] : following) == 0x0A ? 0 : 1)
    }
}

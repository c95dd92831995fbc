import Diagnostics
import Glibc
import Tables
import Values

/// The names in a folder, in the order of their bytes.
///
/// - Parameter hidden: whether names that begin with a dot are wanted too.
/// - Throws: `unreadableFile`.
public func names(in folder: String, hidden: Bool = false) throws(Diagnostic) -> [String] {
    guard let listing = opendir(folder) else {
        throw Diagnostic(.unreadableFile, "the folder \(quoted(Text(folder), limit: 200)) cannot be read: \(String(cString: strerror(errno)).lowercased())")
    }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if hidden ? name != "." && name != ".." : !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { Text($0) < Text($1) }
}

public func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

public func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
}

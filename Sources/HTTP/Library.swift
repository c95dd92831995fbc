import CCurl
import Glibc

/// libcurl, loaded when it is first needed: a process that asks no model does not pay for its two dozen libraries.
struct Library: Sendable {
    typealias MakeHandle = @convention(c) () -> UnsafeMutableRawPointer?
    typealias OnHandle = @convention(c) (UnsafeMutableRawPointer?) -> Void
    typealias Perform = @convention(c) (UnsafeMutableRawPointer?) -> CURLcode
    typealias Append = @convention(c) (UnsafeMutablePointer<curl_slist>?, UnsafePointer<CChar>) -> UnsafeMutablePointer<curl_slist>?
    typealias Free = @convention(c) (UnsafeMutablePointer<curl_slist>?) -> Void
    typealias Start = @convention(c) (Int) -> CURLcode

    let makeHandle: MakeHandle
    let reset: OnHandle
    let cleanUp: OnHandle
    let perform: Perform
    let append: Append
    let free: Free
    private let setopt: Address
    private let getinfo: Address

    /// A function's address, which never changes.
    private struct Address: @unchecked Sendable { let pointer: UnsafeMutableRawPointer }

    /// The library; nil where the system has none. Loaded once a process.
    static let shared: Library? = Library()

    /// The names that Debian's and others' packages give it.
    private static let names = ["libcurl.so.4", "libcurl.so", "libcurl-gnutls.so.4"]

    private init?() {
        guard let library = Library.names.lazy.compactMap({ dlopen($0, RTLD_NOW | RTLD_LOCAL) }).first,
            let start = dlsym(library, "curl_global_init"), let makeHandle = dlsym(library, "curl_easy_init"),
            let reset = dlsym(library, "curl_easy_reset"), let cleanUp = dlsym(library, "curl_easy_cleanup"),
            let perform = dlsym(library, "curl_easy_perform"), let append = dlsym(library, "curl_slist_append"),
            let free = dlsym(library, "curl_slist_free_all"), let setopt = dlsym(library, "curl_easy_setopt"),
            let getinfo = dlsym(library, "curl_easy_getinfo"),
            unsafeBitCast(start, to: Start.self)(Int(CURL_GLOBAL_SSL)) == CURLE_OK
        else { return nil }
        self.makeHandle = unsafeBitCast(makeHandle, to: MakeHandle.self)
        self.reset = unsafeBitCast(reset, to: OnHandle.self)
        self.cleanUp = unsafeBitCast(cleanUp, to: OnHandle.self)
        self.perform = unsafeBitCast(perform, to: Perform.self)
        self.append = unsafeBitCast(append, to: Append.self)
        self.free = unsafeBitCast(free, to: Free.self)
        self.setopt = Address(pointer: setopt)
        self.getinfo = Address(pointer: getinfo)
    }

    func set(_ handle: UnsafeMutableRawPointer, _ option: CURLoption, _ value: Int) {
        _ = repanda_setopt_long(setopt.pointer, handle, option, value)
    }

    /// The text is copied by libcurl.
    func set(_ handle: UnsafeMutableRawPointer, _ option: CURLoption, _ value: String) {
        _ = value.withCString { repanda_setopt_pointer(setopt.pointer, handle, option, $0) }
    }

    func set(_ handle: UnsafeMutableRawPointer, _ option: CURLoption, _ value: UnsafeRawPointer?) {
        _ = repanda_setopt_pointer(setopt.pointer, handle, option, value)
    }

    func set(_ handle: UnsafeMutableRawPointer, _ option: CURLoption, size value: Int) {
        _ = repanda_setopt_offset(setopt.pointer, handle, option, curl_off_t(value))
    }

    func set(_ handle: UnsafeMutableRawPointer, _ option: CURLoption, _ value: curl_write_callback) {
        _ = repanda_setopt_write(setopt.pointer, handle, option, value)
    }

    func set(_ handle: UnsafeMutableRawPointer, _ option: CURLoption, _ value: curl_xferinfo_callback) {
        _ = repanda_setopt_progress(setopt.pointer, handle, option, value)
    }

    func status(_ handle: UnsafeMutableRawPointer) -> Int {
        var status = 0
        _ = repanda_getinfo_long(getinfo.pointer, handle, CURLINFO_RESPONSE_CODE, &status)
        return status
    }
}

// libcurl's headers for its types and constants; the library is loaded at run time, so its functions come as pointers.
// Swift cannot call variadic functions: these call them with one argument of one type.
#include <curl/curl.h>

static inline CURLcode repanda_setopt_long(void *setopt, CURL *handle, CURLoption option, long value) {
    return ((CURLcode(*)(CURL *, CURLoption, ...))setopt)(handle, option, value);
}

static inline CURLcode repanda_setopt_pointer(void *setopt, CURL *handle, CURLoption option, const void *value) {
    return ((CURLcode(*)(CURL *, CURLoption, ...))setopt)(handle, option, value);
}

// `libcurl` takes sizes above 2 GB under options of their own type.
static inline CURLcode repanda_setopt_offset(void *setopt, CURL *handle, CURLoption option, curl_off_t value) {
    return ((CURLcode(*)(CURL *, CURLoption, ...))setopt)(handle, option, value);
}

static inline CURLcode repanda_setopt_write(void *setopt, CURL *handle, CURLoption option, curl_write_callback value) {
    return ((CURLcode(*)(CURL *, CURLoption, ...))setopt)(handle, option, value);
}

static inline CURLcode repanda_setopt_progress(void *setopt, CURL *handle, CURLoption option, curl_xferinfo_callback value) {
    return ((CURLcode(*)(CURL *, CURLoption, ...))setopt)(handle, option, value);
}

static inline CURLcode repanda_getinfo_long(void *getinfo, CURL *handle, CURLINFO info, long *value) {
    return ((CURLcode(*)(CURL *, CURLINFO, ...))getinfo)(handle, info, value);
}

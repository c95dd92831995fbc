#include <sqlite3.h>

/* sqlite3_db_config takes a variable number of arguments, which Swift cannot pass. */
static inline int repanda_sqlite_set(sqlite3 *database, int option, int on) {
    return sqlite3_db_config(database, option, on, (int *)0);
}

/* SQLITE_TRANSIENT is a cast that Swift does not import: SQLite copies the bytes. */
static inline int repanda_sqlite_bind_text(sqlite3_stmt *statement, int at, const void *bytes, unsigned long long count) {
    return sqlite3_bind_text64(statement, at, bytes ? (const char *)bytes : "", count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/* The bytes stay alive until the statement is bound again or finalized. */
static inline int repanda_sqlite_bind_borrowed_text(sqlite3_stmt *statement, int at, const void *bytes, unsigned long long count) {
    return sqlite3_bind_text64(statement, at, bytes ? (const char *)bytes : "", count, SQLITE_STATIC, SQLITE_UTF8);
}

static inline void repanda_sqlite_result_text(sqlite3_context *context, const void *bytes, unsigned long long count) {
    sqlite3_result_text64(context, bytes ? (const char *)bytes : "", count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

import ArgumentParser
import Glibc
import Kernels
import Values

/// The day that a query takes for today.
struct RunningDay: ExpressibleByArgument, CustomStringConvertible {
    /// Days since 1970-01-01.
    let days: Int

    init(days: Int) { self.days = days }

    init?(argument: String) {
        guard let date = try? DateReader.iso(Text(argument)), date.clock == 0 else { return nil }
        days = date.days
    }

    /// The local day by the machine's clock.
    static var now: RunningDay {
        var seconds = time(nil)
        var local = tm()
        localtime_r(&seconds, &local)
        return RunningDay(days: Calendar.days(Int(local.tm_year) + 1900, Int(local.tm_mon) + 1, Int(local.tm_mday)))
    }

    var description: String {
        let (year, month, day) = Calendar.civil(days)
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
}

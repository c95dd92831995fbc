import Evaluation

extension Timings {
    /// `half of 340 queries within 31 us, 95 % within 120 us; 0.05 s in all`
    var summary: String {
        "half of \(count) queries within \(time(quantile(0.5))), 95 % within \(time(quantile(0.95))); \(significant(seconds)) s in all"
    }
}

/// `20 us`, `5 ms`, `2 s`
func time(_ microseconds: Int) -> String {
    if microseconds < 1_000 { return "\(microseconds) us" }
    if microseconds < 1_000_000 { return "\(significant(Double(microseconds) / 1e3)) ms" }
    return "\(significant(Double(microseconds) / 1e6)) s"
}

/// A number to three significant digits, as Python writes it.
func significant(_ number: Double) -> String {
    guard number != 0, number.isFinite else { return number == 0 ? "0" : "\(number)" }
    var scale = 1.0
    while abs(number) * scale < 100, scale < 1e300 { scale *= 10 }
    while abs(number) * scale >= 1000, scale > 1e-300 { scale /= 10 }
    let rounded = (number * scale).rounded() / scale
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int(rounded)) : "\(rounded)"
}

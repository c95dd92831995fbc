import Evaluation

/// `81.67 %`
func percent(_ share: Double) -> String { hundredths(share) + " %" }

/// `77.20 to 85.43`, in per cent.
func percent(_ range: ClosedRange<Double>) -> String { "\(hundredths(range.lowerBound)) to \(hundredths(range.upperBound))" }

/// `81.67 % [77.20 to 85.43]`: a share with its interval.
func measured(_ share: Share) -> String {
    guard let value = share.value, let interval = share.interval else { return "-" }
    return "\(percent(value)) [\(percent(interval))]"
}

/// A share in per cent, with two digits after the point.
private func hundredths(_ share: Double) -> String {
    let hundredths = Int((share * 10_000).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
}

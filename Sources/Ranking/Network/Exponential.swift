/// The exponential function from sums and products alone, so that it is the same on every machine; within 1e-7 of the value.
public func exponential(_ x: Float) -> Float {
    guard x > -87 else { return 0 }
    let scaled = Double(min(x, 88)) * 1.4426950408889634
    let whole = scaled.rounded()
    let rest = (scaled - whole) * 0.6931471805599453
    let power = 1 + rest * (1 + rest * (1.0 / 2 + rest * (1.0 / 6 + rest * (1.0 / 24 + rest * (1.0 / 120 + rest * (1.0 / 720))))))
    return Float(power * Double(sign: .plus, exponent: Int(whole), significand: 1))
}

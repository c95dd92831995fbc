@testable import RePandaCLI
import Testing

@Suite struct PaceTests {
    @Test func isMeasuredFromTheStartAtFirst() throws {
        var pace = Pace(start: 100)
        #expect(pace.note(100, share: 0, count: 0) == nil)
        let told = pace.note(130, share: 0.25, count: 25)
        let first = try #require(told)
        #expect(first == (50, 90))
    }

    /// 150 of 300 were recorded and pass in a second; then one comes every ten seconds.
    @Test func forgetsWhatWasFoundDone() throws {
        var pace = Pace(start: 0)
        _ = pace.note(1, share: 0.5, count: 150)
        var told: (perMinute: Double, left: Double)?
        for second in stride(from: 11.0, through: 301, by: 10) {
            let count = 150 + Int(second) / 10
            told = pace.note(second, share: Double(count) / 300, count: count)
        }
        let (perMinute, left) = try #require(told)
        #expect(abs(perMinute - 6) < 0.01 && abs(left - 1200) < 1)
    }

    @Test func saysNothingWhileNothingComes() {
        var pace = Pace(start: 0)
        _ = pace.note(1, share: 0.5, count: 1)
        for second in stride(from: 11.0, through: 201, by: 10) { _ = pace.note(second, share: 0.5, count: 1) }
        #expect(pace.note(210, share: 0.5, count: 1) == nil)
    }
}

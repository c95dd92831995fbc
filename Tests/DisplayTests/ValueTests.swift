import Diagnostics
import JSON
import Testing
import Values

@testable import Display

/// What the recorded prints cannot say: numpy's scalars, tuples, sets, types, and values that fight back.
@Suite struct ValueTests {
    @Test(arguments: [
        (Value.list([.numpyInt(3), .numpyFloat(2.5), .numpyBool(true), .numpyFloat(.nan)]), "[np.int64(3), np.float64(2.5), np.True_, np.float64(nan)]"),
        (.numpyInt(3), "3"), (.numpyFloat(2.5), "2.5"), (.numpyBool(false), "False"),
        (.tuple([.int(1)]), "(1,)"), (.tuple([]), "()"), (.tuple([.int(1), .string("a")]), "(1, 'a')"),
        (.set(SetValue([.int(1), .string("a")])), "{1, 'a'}"), (.set(SetValue([Value]())), "set()"),
        (.range(RangeValue(start: 0, step: 1, count: 3)), "range(0, 3)"), (.range(RangeValue(start: 5, step: -2, count: 2)), "range(5, 1, -2)"),
        (.slice(SliceValue(lower: .int(1), upper: .int(2), step: .none)), "slice(1, 2, None)"),
        (.date(18263), "2020-01-02"), (.list([.date(18263)]), "[datetime.date(2020, 1, 2)]"),
        (.time(36_672_000_000_000), "10:11:12"), (.time(36_672_000_500_000), "10:11:12.000500"), (.time(3_720_000_000_000), "01:02:00"),
        (.list([.time(36_672_000_500_000), .time(0)]), "[datetime.time(10, 11, 12, 500), datetime.time(0, 0)]"),
        (.iterator(IteratorValue(.keys, [.string("a")])), "dict_keys(['a'])"), (.iterator(IteratorValue(.zip, [])), "<zip object>"),
        (.type(.int), "<class 'int'>"), (.type(.numpyInt), "<class 'numpy.int64'>"), (.type(.series), "<class 'pandas.core.series.Series'>"),
        (.dtype(.int64), "int64"), (.list([.dtype(.object), .dtype(.datetime)]), "[dtype('O'), dtype('<M8[ns]')]"),
        (.module(.pandas), "<module 'pandas'>"), (.accessor(AccessorValue(.str, .none)), "<pandas.core.strings.accessor.StringMethods object>"),
        (.timedelta(1), "0 days 00:00:00.000000001"), (.timedelta(-1), "-1 days +23:59:59.999999999"),
        (.series(Series(.object([.tuple([.int(1)]), .tuple([.int(1), .string("b")])]))), "0      (1,)\n1    (1, b)\ndtype: object"),
    ]) func prints(_ value: Value, _ text: String) throws {
        #expect(try display(value) == text)
    }

    @Test func aListInsideItself() throws {
        let list = ListValue([.int(1)])
        list.items.append(.list(list))
        #expect(try display(.list(list)) == "[1, [...]]")
        list.items = [.series(Series(.object([.list(list)])))]
        #expect { try display(.list(list)) } throws: { ($0 as? Failure)?.code == .depthLimit }
        list.items = []
    }

    @Test func outputAndDepthAreCapped() {
        let long = Value.list((0..<10_000).map { .string("item \($0)") })
        #expect { try display(long, options: DisplayOptions(limit: 1000)) } throws: { ($0 as? Failure)?.code == .outputLimit }
        var deep = Value.list([])
        for _ in 0..<80 { deep = .list([deep]) }
        #expect { try display(deep) } throws: { ($0 as? Failure)?.code == .depthLimit }
    }

    @Test func narrowAndShortScreens() throws {
        let frame = Frame(
            (0..<6).map { at in .int([at, at * 100]) }, index: Index(count: 2), columns: Index(.text(TextColumn((0..<6).map { Text("col \($0)") }))))
        #expect(try display(.frame(frame), options: DisplayOptions(width: 30)) == "   col 0  col 1  ...  col 4  col 5\n0      0      1  ...      4      5\n1      0    100  ...    400    500\n\n[2 rows x 6 columns]")
        let series = Series(.int(Array(0..<9)))
        #expect(try display(.series(series), options: DisplayOptions(maximumRows: 4)) == "0    0\n1    1\n    ..\n7    7\n8    8\nLength: 9, dtype: int64")
        for width in [-5, 0, 1, 3] { _ = try display(.frame(frame), options: DisplayOptions(width: width, maximumRows: 0, edgeRows: 0)) }
    }

    @Test func randomValuesNeverTrap() throws {
        var random = Seeded(21)
        for _ in 0..<2000 {
            let value = randomValue(&random, 3)
            _ = try display(value)
            var writer = JSONWriter()
            try writeCanonical(value, to: &writer)
            let json = try JSONValue.parse(writer.bytes)
            #expect(canonicalEqual(json, json))
            if let again = try? readCanonical(json) { _ = try display(again) }
        }
    }

    private func randomValue(_ random: inout Seeded, _ depth: Int) -> Value {
        let scalars: [Value] = [
            .none, .bool(true), .int(Int.min), .float(.nan), .float(-1e300), .string("a\u{1B}\n'\"日"), .numpyFloat(0.1), .timestamp(Int.min + 1),
            .timestamp(Column.missingTime), .timedelta(Int.max), .timedelta(-1), .date(Int.max), .date(-1_000_000), .time(-5), .string(""),
            .range(RangeValue(start: Int.max, step: 3, count: 5)), .iterator(IteratorValue(.items, [.int(1)])), .dtype(.bool),
        ]
        let count = Int.random(in: 0...4, using: &random)
        guard depth > 0 else { return scalars.randomElement(using: &random) ?? .none }
        let items = (0..<count).map { _ in randomValue(&random, depth - 1) }
        let column: Column = Bool.random(using: &random) ? .object(items) : Column(values: items)
        switch Int.random(in: 0..<9, using: &random) {
        case 0: return .list(items)
        case 1: return .tuple(items)
        case 2: return .series(Series(column, index: Index(.column(column), names: [.string("n")]), name: .int(1)))
        case 3: return .frame(Frame([column, column], index: Index(.multi([column, column]), names: [.none, .none]), columns: Index(.column(.int([1, 2])), names: [.none])))
        case 4: return .index(Index(.column(column), names: [.none]))
        case 5: return .index(Index(.multi([column, column]), names: [.none, .string("b")]))
        case 6: return .array(NDArray(column))
        case 7: return .dict(DictValue(items.filter(\.isHashable).map { ($0, .int(1)) }))
        default: return scalars.randomElement(using: &random) ?? .none
        }
    }
}

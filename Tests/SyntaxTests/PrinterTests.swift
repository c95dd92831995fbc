import Syntax
import Testing

@Suite struct PrinterTests {
    @Test func printsTheSameTree() {
        for query in blocks("accepted.txt") {
            guard let script = parse(query).script else { continue }
            let printed = Printer.print(script)
            #expect(shape(printed) == shape(query), "\(query)\n\(printed)")
            #expect(parse(printed).script.map { Printer.print($0) } == printed, "\(printed)")
        }
    }

    @Test(arguments: [
        ("((df.a))>( 3 )", "df.a > 3"), ("(a+b)*c", "(a + b) * c"), ("a+(b*c)", "a + b * c"), ("a-(b-c)", "a - (b - c)"), ("(a-b)-c", "a - b - c"),
        ("(-a)**-b", "(-a) ** -b"), ("-(a**b)", "-a ** b"), ("(a**b)**c", "(a ** b) ** c"), ("not (a in b)", "not a in b"), ("(not a)in b", "(not a) in b"),
        ("(a and b)or c", "a and b or c"), ("(a or b)or c", "(a or b) or c"), ("(lambda:x)()", "(lambda: x)()"), ("(a if b else c).d", "(a if b else c).d"),
        ("f((x for x in y))", "f(x for x in y)"), ("f((x for x in y),1)", "f((x for x in y), 1)"), ("(1).real", "(1).real"), ("1.5.real", "1.5.real"),
        ("a[(1,2)]", "a[1, 2]"), ("a[(1,)]", "a[1,]"), ("a[1:(2):]", "a[1:2]"), ("(1,2)", "1, 2"), ("x=(1,2)", "x = 1, 2"), ("((x:=1))", "(x := 1)"),
        ("f((x:=1))", "f(x := 1)"), ("'it\\'s'", "\"it's\""), ("'a' \"b\"", "'ab'"), ("'\\x00\\u200b\\t'", "'\\x00\\u200b\\t'"),
        ("r'\\d'", "'\\\\d'"), ("f\"{a}\" 'b{'", "f'{a}b{{'"), ("f'{ (lambda: 1) }'", "f'{(lambda: 1)}'"), ("f\"{'a'}\"", "f'{\"a\"}'"),
        ("f'{ {1:2} }'", "f'{ {1: 2}}'"), ("0x10", "16"), ("1e5", "100000.0"), ("1e400", "1e999"), ("{**a,'b':1,}", "{**a, 'b': 1}"),
        ("lambda  x ,y=1 :x", "lambda x, y=1: x"), ("[a for(a)in(b)if(c)]", "[a for a in b if c]"), ("if a:b\nelif c:d", "if a:\n    b\nelif c:\n    d"),
        ("from a import(b)", "from a import b"), ("del(a,b)", "del a, b"),
    ])
    func canonicalText(_ query: String, _ expected: String) { #expect(parse(query).script.map(Printer.print) == expected + "\n") }

    @Test func dumps() {
        let query = "x = df['a']  # one\nif x: f(1.5)"
        #expect(
            parse(query).script.map { TreeDump.text($0) } == """
                assign 0..11
                  target
                    name x 0..1
                  subscript 4..11
                    name df 4..6
                    str 'a' 7..10
                if 19..31
                  condition
                    name x 22..23
                  then
                    expression 25..31
                      call 25..31
                        name f 25..26
                        argument
                          float 1.5 27..30

                """)
        #expect(
            TokenDump.text(Array("df.a # b".utf8)) == """
                0..2     name     df
                2..3     symbol   .
                3..4     name     a
                8..8     newline
                8..8     end

                """)
    }
}

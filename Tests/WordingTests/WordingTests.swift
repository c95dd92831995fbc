import Glibc
import Testing
import Wording

@Suite struct WordingTests {
    @Test func dump() throws {
        guard let path = getenv("WORDING_TSV"), let handle = fopen(path, "r") else { return }
        var text = ""
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while case let got = fread(&buffer, 1, buffer.count, handle), got > 0 { text += String(decoding: buffer[..<got], as: UTF8.self) }
        var (all, made) = (0, 0)
        for line in text.split(separator: "\n").dropFirst() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count >= 4 else { continue }
            all += 1
            let answers = fields[3].split(separator: "|").map(String.init)
            guard let wording = Wording(of: fields[1]), wording.fits(answers) else { print("NONE\t\(fields[1])\t\(fields[3])"); continue }
            made += 1
            print("\(wording.rule)\t\(fields[1])\t\(wording.statement(answers))")
        }
        print("TOTAL \(made) of \(all)")
    }
}

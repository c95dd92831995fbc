import Diagnostics
import Files
import RePanda
import Synchronization
import Threads
import Translation

/// Has every claim or question of a split turned into a query, several at once.
public struct SplitTranslator: Sendable {
    public struct Settings: Sendable {
        /// How many are under way at a time.
        public var concurrency = 4
        /// How many drafts of each vote.
        public var samples = 1
        /// The agreement below which nothing is decided.
        public var abstainBelow: Double?
        /// Told after each, on the thread that did it: how many of how many are done.
        public var progress: @Sendable (Int, Int) -> Void = { _, _ in }
        /// Given a line for each claim or question that was put to the translator, in their order.
        public var drafts: @Sendable ([UInt8]) -> Void = { _ in }

        public init() {}
    }

    private let drafter: any SentenceTranslator
    private let tables: TableCache
    private let settings: Settings

    public init(_ drafter: any SentenceTranslator, tables: TableCache, _ settings: Settings) {
        self.drafter = drafter
        self.tables = tables
        self.settings = settings
    }

    /// Sentences a thread that may be ahead of the slowest: one on which a model runs in circles must not keep the others from being asked.
    private static let window = 64

    /// - Throws: where the translator is not there; what it has said so far is in the transcript.
    public func translate(_ split: OpenSplit) throws(Diagnostic) -> TranslatedSplit {
        let state = Mutex(State())
        let (drafter, tables, settings) = (self.drafter, self.tables, self.settings)
        let pool = OrderedPool<OpenSplit.Item, TranslatedItem>(
            threads: settings.concurrency, window: SplitTranslator.window,
            makeWorker: {
                { item in
                    guard state.withLock({ $0.fatal }) == nil else { return TranslatedItem(item: item, ballot: nil) }
                    let translated = SplitTranslator.translate(item, drafter, tables, settings)
                    settings.progress(state.withLock { $0.note(translated) }, split.items.count)
                    return translated
                }
            },
            sink: { item in
                let number = state.withLock { $0.add(item) }
                if let line = item.line(number: number) { settings.drafts(line) }
            })
        for item in split.items where state.withLock({ $0.fatal }) == nil { pool.submit(item) }
        pool.finish()
        let (items, fatal) = state.withLock { ($0.items, $0.fatal) }
        if let fatal { throw fatal }
        return TranslatedSplit(translated: items)
    }

    private struct State {
        /// In the order of the split.
        var items: [TranslatedItem] = []
        /// Why it is no use to go on.
        var fatal: Diagnostic?
        private var done = 0
        private var failuresInARow = 0
        /// A translator that gives no answer so often will give none.
        private static let mostFailures = 10

        /// Looks at an item as soon as it is done.
        ///
        /// - Returns: how many are done.
        mutating func note(_ item: TranslatedItem) -> Int {
            if case .failure(let error)? = item.ballot, error.code.phase == .translator { note(error) } else { failuresInARow = 0 }
            done += 1
            return done
        }

        private mutating func note(_ error: Diagnostic) {
            failuresInARow += 1
            if error.code.endsRun || failuresInARow == State.mostFailures { fatal = fatal ?? error }
        }

        /// - Returns: the item's number, from 0.
        mutating func add(_ item: TranslatedItem) -> Int {
            items.append(item)
            return items.count - 1
        }
    }

    private static func translate(_ item: OpenSplit.Item, _ drafter: any SentenceTranslator, _ tables: TableCache, _ settings: Settings) -> TranslatedItem {
        do throws(Diagnostic) {
            let sentence = try item.subject.sentence(tables)
            return TranslatedItem(item: item, ballot: .success(try drafter.poll(sentence, samples: settings.samples, abstainBelow: settings.abstainBelow, concurrency: 1)))
        } catch {
            return TranslatedItem(item: item, ballot: .failure(error))
        }
    }
}

extension Subject {
    fileprivate func sentence(_ tables: TableCache) throws(Diagnostic) -> Sentence {
        Sentence(kind == .claim ? .claim : .question, text, caption: caption, table: try table(tables))
    }
}

/// A claim or question with what the translator made of it; no ballot where nobody was asked.
struct TranslatedItem: Sendable {
    let item: OpenSplit.Item
    let ballot: Result<Ballot, Diagnostic>?
}

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
        /// Told after each: how many of how many are done.
        public var progress: @Sendable (Int, Int) -> Void = { _, _ in }

        public init() {}
    }

    private let drafter: Drafter
    private let tables: TableCache
    private let settings: Settings

    public init(_ drafter: Drafter, tables: TableCache, _ settings: Settings) {
        self.drafter = drafter
        self.tables = tables
        self.settings = settings
    }

    /// - Throws: where the translator is not there; what it has said so far is in the transcript.
    public func translate(_ split: OpenSplit) throws(Diagnostic) -> TranslatedSplit {
        let state = Mutex(State())
        let (drafter, tables, settings) = (self.drafter, self.tables, self.settings)
        let pool = OrderedPool<OpenSplit.Item, TranslatedItem>(
            threads: settings.concurrency,
            makeWorker: { { item in state.withLock { $0.fatal } == nil ? SplitTranslator.translate(item, drafter, tables) : TranslatedItem(item: item, draft: nil) } },
            sink: { item in
                let done = state.withLock { $0.add(item) }
                settings.progress(done, split.items.count)
            })
        for item in split.items where state.withLock({ $0.fatal }) == nil { pool.submit(item) }
        pool.finish()
        let (items, fatal) = state.withLock { ($0.items, $0.fatal) }
        if let fatal { throw fatal }
        return TranslatedSplit(translated: items)
    }

    private struct State {
        var items: [TranslatedItem] = []
        /// Why it is no use to go on.
        var fatal: Diagnostic?

        mutating func add(_ item: TranslatedItem) -> Int {
            if case .failure(let error)? = item.draft, error.code.endsRun { fatal = fatal ?? error }
            items.append(item)
            return items.count
        }
    }

    private static func translate(_ item: OpenSplit.Item, _ drafter: Drafter, _ tables: TableCache) -> TranslatedItem {
        do throws(Diagnostic) {
            let sentence = try item.subject.sentence(tables)
            return TranslatedItem(item: item, draft: .success(try drafter.draft(sentence)))
        } catch {
            return TranslatedItem(item: item, draft: .failure(error))
        }
    }
}

extension Subject {
    fileprivate func sentence(_ tables: TableCache) throws(Diagnostic) -> Sentence {
        Sentence(kind == .claim ? .claim : .question, text, caption: caption, table: try table(tables))
    }
}

/// A claim or question with what the translator made of it; no draft where nobody was asked.
struct TranslatedItem: Sendable {
    let item: OpenSplit.Item
    let draft: Result<TranslationAnswer, Diagnostic>?
}

import Catalog
import Diagnostics
import Values

extension Call where Receiver == GroupBy {
    func perform(_ operation: GroupByOperation) throws(Failure) -> Value {
        switch operation {
        case .agg, .aggregate: try aggregate()
        case .apply: try apply()
        case .transform: try transform()
        case .filter: try filter()
        case .pipe: try pipe()
        case .size: try size()
        case .sum, .mean, .median, .min, .max, .first, .last, .prod, .std, .var, .sem, .skew, .count, .nunique, .any, .all:
            try reduce(operation.rawValue)
        case .idxmax, .idxmin: try extremeLabels(operation.rawValue)
        case .quantile: try quantile()
        case .describe: try describe()
        case .unique: try unique()
        case .value_counts: try valueCounts()
        case .nlargest, .nsmallest: try extremesOfGroups(operation.rawValue)
        case .head: try head(last: false)
        case .tail: try head(last: true)
        case .nth: try nth()
        case .cumcount: try cumcount()
        case .ngroup: try groupNumbers()
        case .cumsum, .cumprod, .cummax, .cummin: try cumulate(operation.rawValue)
        case .shift: try shift()
        case .diff: try diff()
        case .pct_change: try percentChange()
        case .rank: try rank()
        case .ffill, .bfill: try each(operation.rawValue)
        case .fillna: try fillMissing()
        case .get_group: try getGroup()
        case .groups: groups()
        case .indices: indices()
        case .ngroups: .int(receiver.groupCount)
        case .ndim: .int(receiver.isSeries ? 1 : 2)
        }
    }
}

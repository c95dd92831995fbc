import Catalog
import Diagnostics
import Plan
import Values

extension Call where Receiver == Series {
    func perform(_ operation: SeriesOperation) throws(Failure) -> Value {
        switch operation {
        case .shape: .tuple([.int(receiver.count)])
        case .size: .int(receiver.count)
        case .ndim: .int(1)
        case .empty: .bool(receiver.count == 0)
        case .index, .keys: .index(receiver.index)
        case .axes: .list([.index(receiver.index)])
        case .values, .array: .array(NDArray(receiver.column))
        case .dtype, .dtypes: .dtype(receiver.column.dtype)
        case .name: receiver.name
        case .T, .transpose, .copy: .series(receiver.copied)
        case .hasnans: .bool(receiver.column.missing.contains(true))
        case .is_unique: try isUnique()
        case .is_monotonic_increasing: try isMonotonic(falling: false)
        case .is_monotonic_decreasing: try isMonotonic(falling: true)
        case .head: try head()
        case .tail: try tail()
        case .nlargest, .nsmallest: try extremes(largest: operation == .nlargest)
        case .take: try take()
        case .truncate: try truncate()
        case .sort_values: try sortValues()
        case .sort_index: try sortIndex()
        case .argsort: try argsort()
        case .drop_duplicates: try dropDuplicates()
        case .duplicated: try duplicated()
        case .dropna: try dropMissing()
        case .get: try get()
        case .items: try items()
        case .first_valid_index: validIndex(last: false)
        case .last_valid_index: validIndex(last: true)
        case .xs: try xs()
        case .dot: try dot()
        case .update: try update()
        case .pop: try pop()
        case .squeeze: squeeze()
        case .item: try item()
        case .reset_index: try resetIndex()
        case .reindex: try reindex()
        case .rename: try rename()
        case .rename_axis: try renameAxis()
        case .set_axis: try setAxis()
        case .drop: try drop()
        case .filter, .add_prefix, .add_suffix, .droplevel, .swaplevel: try asFrame(operation.rawValue)
        case .isna, .isnull: missing(inverted: false)
        case .notna, .notnull: missing(inverted: true)
        case .fillna: try fillMissing()
        case .ffill: filled(backwards: false)
        case .bfill: filled(backwards: true)
        case .replace: try replace()
        case .isin: try isIn()
        case .between: try between()
        case .where: try choose(keeping: true)
        case .mask: try choose(keeping: false)
        case .clip: try clip()
        case .round: try round()
        case .abs: try abs()
        case .astype: try astype()
        case .infer_objects: .series(receiver.with(receiver.column.inferred))
        case .to_frame: toFrame()
        case .to_list, .tolist: try toList()
        case .to_dict: try toDict()
        case .to_numpy: try toNumpy()
        case .shift: try shift()
        case .diff: try diff()
        case .pct_change: try percentChange()
        case .rank: try rank()
        case .searchsorted: try on(Index(receiver.column)).sortedPlaces()
        case .rolling, .expanding: try interpreter.windowed(.series(receiver), arguments)
        case .cumsum, .cumprod, .cummax, .cummin: try cumulate(operation)
        case .explode: try explode()
        case .repeat: try repeated()
        case .map: try map()
        case .apply: try apply()
        case .agg, .aggregate: try aggregate()
        case .transform: try transform()
        case .pipe: try pipe()
        case .groupby: .groupBy(try interpreter.grouping(receiver, arguments))
        case .unstack: try unstack()
        case .add: try arithmetic(.add)
        case .radd: try arithmetic(.add, swapped: true)
        case .sub, .subtract: try arithmetic(.subtract)
        case .rsub: try arithmetic(.subtract, swapped: true)
        case .mul, .multiply: try arithmetic(.multiply)
        case .rmul: try arithmetic(.multiply, swapped: true)
        case .div, .divide, .truediv: try arithmetic(.divide)
        case .rdiv, .rtruediv: try arithmetic(.divide, swapped: true)
        case .floordiv: try arithmetic(.floorDivide)
        case .rfloordiv: try arithmetic(.floorDivide, swapped: true)
        case .mod: try arithmetic(.modulo)
        case .rmod: try arithmetic(.modulo, swapped: true)
        case .pow: try arithmetic(.power)
        case .rpow: try arithmetic(.power, swapped: true)
        case .eq: try comparison(.equal)
        case .ne: try comparison(.notEqual)
        case .lt: try comparison(.less)
        case .le: try comparison(.lessEqual)
        case .gt: try comparison(.greater)
        case .ge: try comparison(.greaterEqual)
        case .equals: try equals()
        case .combine_first: try combineFirst()
        case .sum: try reduce(.sum)
        case .prod, .product: try reduce(.prod)
        case .mean: try reduce(.mean)
        case .median: try reduce(.median)
        case .min: try reduce(.min)
        case .max: try reduce(.max)
        case .std: try reduce(.std)
        case .var: try reduce(.variance)
        case .sem: try reduce(.sem)
        case .skew: try reduce(.skew)
        case .kurt, .kurtosis: try reduce(.kurt)
        case .count: .numpyInt(receiver.column.presentCount)
        case .nunique: try nunique()
        case .any: try truths(.any)
        case .all: try truths(.all)
        case .idxmax: try extremeLabel(largest: true)
        case .idxmin: try extremeLabel(largest: false)
        case .argmax: try extremePosition(largest: true)
        case .argmin: try extremePosition(largest: false)
        case .mode: try mode()
        case .quantile: try quantile()
        case .describe: try describe()
        case .corr: try corr()
        case .cov: try cov()
        case .autocorr: try autocorr()
        case .unique: try unique()
        case .value_counts: try valueCounts()
        case .factorize: try factorize()
        }
    }
}

extension Series {
    /// A Series object of its own: what is assigned to one of two names must not show under the other.
    var copied: Series { Series(column, index: index, name: name) }
}

extension Column {
    /// The number of cells that are not missing.
    var presentCount: Int {
        switch self {
        case .bool(let cells): cells.count
        case .int(let cells): cells.count
        case .float(let cells): cells.reduce(0) { $0 + ($1.isNaN ? 0 : 1) }
        case .text(let cells): cells.cells.reduce(0) { $0 + ($1.isMissing ? 0 : 1) }
        case .object(let cells): cells.reduce(0) { $0 + ($1.isMissing ? 0 : 1) }
        case .timestamp(let cells), .timedelta(let cells): cells.reduce(0) { $0 + ($1 == Column.missingTime ? 0 : 1) }
        case .categorical(let cells): cells.codes.reduce(0) { $0 + ($1 < 0 ? 0 : 1) }
        }
    }

    /// An object column by what it holds; any other as it is.
    var inferred: Column {
        if case .object(let cells) = self { Column(values: cells) } else { self }
    }
}

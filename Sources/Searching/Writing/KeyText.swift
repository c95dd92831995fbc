import Linking

extension ColumnKey.Kind {
    /// The numbers or days of a column, as a query gets them; `ColumnKey` and `CellNumber` read the same.
    func text(_ column: String) -> String {
        switch self {
        case .number: column
        case .grouped: "\(column).str.replace(',', '').astype(float)"
        case .leading(true): "\(column).str.extract(r'([0-9]+)')[0].astype(float)"
        case .leading(false): "\(column).str.extract(r'^[^0-9+-]{0,4}([+-]?\\s?[0-9][0-9,]*\\.?[0-9]*)')[0].str.replace('[, ]', '', regex=True).astype(float)"
        case .trailing: "\(column).str.extract(r'[ (]([0-9][0-9,.]*)\\)?\\s*$')[0].str.replace(',', '').astype(float)"
        case .date: "pd.to_datetime(\(column), format='mixed', errors='coerce')"
        case .yearless(let format): "pd.to_datetime(\(column), format=\(Python.text(format)), errors='coerce')"
        case .year: "\(column).str.extract(r'([0-9]{4})')[0].astype(float)"
        case .clock(let isHours): "pd.to_timedelta(\(isHours ? column : "'0:' + \(column)"), errors='coerce').dt.total_seconds()"
        }
    }
}

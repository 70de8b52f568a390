//! Widths of text in spreadsheets, measured with the metrics of Carlito, the free twin of Calibri.

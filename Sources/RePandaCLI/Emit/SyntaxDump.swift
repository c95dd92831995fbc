import Syntax

/// The syntax tree as text.
func dumpTree(_ script: Script) -> String { "\(script.statements.count) statements" }

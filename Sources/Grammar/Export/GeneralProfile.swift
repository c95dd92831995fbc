/// The profile for any table: expressions, and for questions assignments before them. Names of methods and functions are the catalogue's.
///
/// It is `Grammar/repanda.ebnf` without its tokens: blanks are those that models write, and what few of them write is left out.
enum GeneralProfile {
    static let text = #"""
        script ::= line* answer
        line ::= (name (s '=' s) | name index_chain s '=' s) answer #xA
        index_chain ::= '[' index ']' | '.loc[' index ']'
        answer ::= expression (comma expression)*

        boolean ::= conjunction_of_claims (' or ' conjunction_of_claims)*
        conjunction_of_claims ::= claimed (' and ' claimed)*
        claimed ::= 'not ' claimed | 'not(' expression ')' | union (comparator union)+ | masked | truthful
        masked ::= '(' boolean ')' ((s ('&' | '|') s) '(' boolean ')')*
        truthful ::= 'True' | 'False' | atom trailer* '.' (truth_method '(' arguments? ')' | truth_property) | ('any(' | 'all(' | 'bool(') arguments ')'

        expression ::= lambda | disjunction (' if ' disjunction ' else ' expression)?
        lambda ::= 'lambda' (' ' name (comma name)*)? ':' s expression
        disjunction ::= conjunction (' or ' conjunction)*
        conjunction ::= inversion (' and ' inversion)*
        inversion ::= 'not ' inversion | 'not(' expression ')' | comparison
        comparison ::= union (comparator union)*
        comparator ::= s ('==' | '!=' | '<=' | '>=' | '<' | '>') s | ' in ' | ' not in ' | ' is ' | ' is not '
        union ::= intersection (s ('|' | '^') s intersection)*
        intersection ::= sum (s '&' s sum)*
        sum ::= product (s ('+' | '-') s product)*
        product ::= unary (s ('*' | '/' | '//' | '%') s unary)*
        unary ::= ('-' | '~' | '+') unary | power
        power ::= primary (s '**' s unary)?
        primary ::= number | atom trailer*
        trailer ::= '.' method '(' arguments? ')' | '.' name | '[' index ']'

        atom ::= string | name | 'True' | 'False' | 'None' | function '(' arguments? ')' | module_call '(' arguments? ')'
               | '(' group? ')' | '[' items? ']' | '{' (items | pairs)? '}'
        module_call ::= 'pd.' pandas_function | 'np.' numpy_function | 'math.' math_function | 're.' pattern_function
        group ::= expression (comprehended | comma items | ',')?
        items ::= expression (comprehended | (comma expression)*)
        pairs ::= expression ':' s expression (comprehended | (comma expression ':' s expression)*)
        comprehended ::= (' for ' name (comma name)* ' in ' disjunction (' if ' disjunction)*)+

        arguments ::= expression (comprehended | (comma expression)* (comma keyword)*) | keyword (comma keyword)*
        keyword ::= name '=' expression
        index ::= subscript (comma subscript)*
        subscript ::= expression bounds? | bounds
        bounds ::= s ':' (s expression)? (':' expression?)?

        s ::= ' '?
        comma ::= ',' s
        number ::= whole ('.' digits)? | '.' [0-9] digits
        whole ::= '0' | [1-9] digits
        string ::= ('r'? quoted)
        quoted ::= "'" ([^'#x5C#x0-#x1F#x7F] | escape)* "'" | '"' ([^"#x5C#x0-#x1F#x7F] | escape)* '"'
        escape ::= #x5C [#x5C'"ntdDwWsSbB.,()|$?*+^{}/#x2D#x5B#x5D]

        """#
}

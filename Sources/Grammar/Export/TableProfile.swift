/// The profile for one table: what models write for claims and questions, with columns that are the table's own and typed.
///
/// A query is a chain that starts somewhere and goes from type to type until its purpose is met. Three kinds of rules state this:
///
/// - `A_to_B` is a step of a chain: what turns an `A` into a `B`. Chains begin with `start`.
/// - `G_of_A` is how a chain with an `A` in hand meets the purpose `G`; `nothing` where it needs no more.
/// - every other rule is what it says, and uses purposes by their name.
///
/// `TableGrammar` makes a rule `G_after_A` of each pair, so that whoever reads a query from the left knows at every place what it is in the
/// middle of: only an open parenthesis leaves more than one way, and a decoder that follows all ways at once stays fast.
///
/// The names of the types: `frame`; `row`; `numbers`, `texts`, `dates` and `mask` for a Series; `number`, `text`, `date` and `truth` for one
/// cell; `counts` and `tallies` for numbers labelled by texts and by numbers.
package enum TableProfile {
    package static let text = blanks + purposes + literals + starts + frames + numbers + texts + truths + dates + counted

    private static let blanks = #"""
        s ::= ' '?
        comma ::= ',' s
        arithmetic ::= s ('+' | '-' | '*' | '/' | '//' | '%' | '**') s
        compare ::= s ('==' | '!=' | '<=' | '>=' | '<' | '>') s
        equal ::= s ('==' | '!=') s
        either ::= s ('&' | '|') s
        either_row ::= (s | line_end) ('&' | '|') (s | line_end)
        line_end ::= #xA indentation
        flag ::= 'True' | 'False'

        """#

    /// What a claim, a question and the arguments of operations want.
    private static let purposes = #"""
        boolean ::= statement (' ' ('and' | 'or') ' ' s statement)*
        statement ::= 'not ' statement | 'not' claimed_after_paren | claimed

        claimed_of_truth ::= (either truth_operand)* | equal (flag | truth_operand) | ' is ' flag
        claimed_of_number ::= (arithmetic numeral)* (compare number_sum (compare number_sum)? | within number_collection)
        claimed_of_text ::= compare text_sum | within (text_collection | text_sum)
        claimed_of_date ::= compare moment
        claimed_of_number_list ::= equal number_collection
        claimed_of_number_set ::= equal number_collection
        claimed_of_text_list ::= equal text_collection
        claimed_of_text_set ::= equal text_collection
        truth_operand_of_truth ::= nothing
        within ::= ' in ' | ' not in '

        answer_of_frame ::= nothing
        answer_of_row ::= nothing
        answer_of_numbers ::= (arithmetic quantity)* (compare number_operand)?
        answer_of_texts ::= (compare wording)?
        answer_of_dates ::= (compare moment_operand)?
        answer_of_mask ::= (either mask_term)*
        answer_of_number ::= (arithmetic numeral)* (compare number_sum | within number_collection)?
        answer_of_text ::= (s '+' s word)* (compare text_sum | within text_collection)?
        answer_of_date ::= (compare moment)?
        answer_of_truth ::= (either truth_operand)*
        answer_of_number_list ::= nothing
        answer_of_number_array ::= nothing
        answer_of_number_set ::= nothing
        answer_of_text_list ::= nothing
        answer_of_text_array ::= nothing
        answer_of_text_set ::= nothing
        answer_of_part ::= nothing
        answer_of_labels ::= nothing
        answer_of_counts ::= nothing
        answer_of_tallies ::= nothing
        answers ::= answer | '[' answer (comma answer)* ']' | 'not ' statement

        mask_of_numbers ::= (arithmetic quantity)* compare number_operand
        mask_of_texts ::= compare wording
        mask_of_dates ::= compare moment_operand
        mask_of_labels ::= compare number_sum
        mask_of_mask ::= (either_row mask_term)* | equal flag
        mask_term_of_mask ::= nothing

        rows_of_frame ::= nothing
        check_of_counts ::= compare number_sum
        check_of_tallies ::= compare number_sum
        number_sum ::= numeral (arithmetic numeral)*
        numeral_of_number ::= nothing
        number_operand ::= quantity (arithmetic quantity)*
        quantity_of_number ::= nothing
        quantity_of_numbers ::= nothing
        series_sum_of_numbers ::= (arithmetic quantity)*
        text_sum ::= word (s '+' s word)*
        word_of_text ::= nothing
        wording_of_text ::= nothing
        wording_of_texts ::= nothing
        moment_of_date ::= nothing
        moment_of_text ::= nothing
        moment_operand_of_date ::= nothing
        moment_operand_of_dates ::= nothing
        moment_operand_of_text ::= nothing

        text_series_of_texts ::= nothing
        number_series_of_numbers ::= nothing
        number_collection_of_number_list ::= nothing
        number_collection_of_number_array ::= nothing
        number_collection_of_number_set ::= nothing
        text_collection_of_text_list ::= nothing
        text_collection_of_text_array ::= nothing
        text_collection_of_text_set ::= nothing
        convertible_of_number ::= (arithmetic numeral)*
        convertible_of_text ::= nothing
        summand_of_numbers ::= ((arithmetic quantity)* compare number_operand)?
        summand_of_texts ::= compare wording
        summand_of_mask ::= (either_row mask_term)*
        summand_of_number_list ::= nothing
        summand_of_number_array ::= nothing
        summand_of_counts ::= (compare number_sum)?
        summand_of_tallies ::= (compare number_sum)?
        extreme_of_numbers ::= nothing
        extreme_of_number_list ::= nothing
        extreme_of_number_array ::= nothing
        extreme_of_counts ::= nothing
        extreme_of_tallies ::= nothing
        extreme_of_number ::= (arithmetic numeral)* (comma number_sum)+
        first_text_of_texts ::= nothing
        first_text_of_text ::= (comma text_sum)+
        first_text_of_text_list ::= nothing
        first_text_of_text_array ::= nothing
        countable_of_frame ::= nothing
        countable_of_numbers ::= nothing
        countable_of_texts ::= nothing
        countable_of_dates ::= nothing
        countable_of_mask ::= nothing
        countable_of_labels ::= nothing
        countable_of_number_list ::= nothing
        countable_of_number_array ::= nothing
        countable_of_number_set ::= nothing
        countable_of_text_list ::= nothing
        countable_of_text_array ::= nothing
        countable_of_text_set ::= nothing
        countable_of_part ::= nothing
        countable_of_counts ::= nothing
        countable_of_tallies ::= nothing
        countable_of_groups ::= nothing
        countable_of_tally_groups ::= nothing
        countable_of_text ::= nothing
        countable_of_row ::= nothing
        countable_of_number_extract ::= nothing
        items_of_numbers ::= nothing
        items_of_number_list ::= nothing
        items_of_number_array ::= nothing
        items_of_number_set ::= nothing
        text_items_in_of_texts ::= nothing
        text_items_in_of_text_list ::= nothing
        text_items_in_of_text_array ::= nothing
        text_items_in_of_text_set ::= nothing

        """#

    private static let literals = #"""
        whole ::= '0' | [1-9] digits
        position ::= '-'? whole
        slice ::= position? ':' position?
        cut ::= '[' slice ']'
        number_literal ::= '-'? (whole ('.' [0-9] digits)? | '.' [0-9] digits)
        number_items ::= number_literal (comma number_literal)*
        text_literal ::= "'" ([^'#x5C#x0-#x1F#x7F] | escape)* "'" | '"' ([^"#x5C#x0-#x1F#x7F] | escape)* '"'
        text_items ::= text_literal (comma text_literal)*
        pattern_literal ::= 'r'? text_literal
        escape ::= #x5C [#x5C'"ntdDwWsSbB.,()|$?*+^{}/#x2D#x5B#x5D]
        number_type ::= 'int' | 'float' | "'int'" | "'float'" | "'int64'" | "'float64'"
        text_type ::= 'str' | "'str'"
        column ::= number_column | text_column | truth_column
        columns ::= column (comma column)*
        column_list ::= column | '[' columns ']'

        """#

    private static let starts = #"""
        start_to_frame ::= 'df'
        start_to_paren ::= nothing
        paren_to_truth ::= '(' s boolean s ')'
        paren_to_number ::= '(' s number_sum s ')'
        paren_to_text ::= '(' s text_sum s ')'
        paren_to_mask ::= '(' s mask s ')'
        paren_to_numbers ::= '(' s series_sum s ')'
        paren_to_check ::= '(' s check s ')'
        paren_to_frame ::= '(' s rows s ')'
        start_to_number ::= number_literal | 'len(' countable ')' | 'sum(' summand ')' | ('max(' | 'min(') extreme ')' | 'abs(' number_sum ')'
                          | 'round(' number_sum (comma whole)? ')' | ('int(' | 'float(') convertible ')'
        start_to_text ::= text_literal | ('max(' | 'min(') first_text ')' | 'str(' convertible ')'
        start_to_truth ::= ('any(' | 'all(') summand ')' | 'bool(' boolean ')' | flag
                         | ('pd.isna(' | 'pd.notna(' | 'pd.isnull(' | 'pd.notnull(') (number_sum | text_sum) ')'
        start_to_mask ::= '~' mask_term
        start_to_numbers ::= 'pd.to_numeric(' (text_series | number_series) (comma "errors='coerce'")? ')'
        start_to_dates ::= 'pd.to_datetime(' text_series (comma 'format=' text_literal)? (comma "errors='coerce'")? ')'
        start_to_date ::= 'pd.to_datetime(' text_sum (comma 'format=' text_literal)? ')' | 'pd.Timestamp(' text_literal ')'
        start_to_number_list ::= '[' number_items ']' | ('list(' | 'sorted(') items ')' cut?
        start_to_number_set ::= 'set(' items ')' | '{' number_items '}' | 'range(' number_sum (comma number_sum)? ')'
        start_to_text_list ::= '[' text_items ']' | ('list(' | 'sorted(') text_items_in ')' cut?
        start_to_text_set ::= 'set(' text_items_in ')' | '{' text_items '}'

        """#

    private static let frames = #"""
        frame_to_frame ::= '[' s mask s ']' | ('.head(' | '.tail(') whole? ')' | ('[' | '.iloc[') slice ']'
                         | ".query('" query_part ((' and ' | ' or ' | either) query_part)* "')"
                         | ('.nlargest(' | '.nsmallest(') whole comma number_column ')'
                         | '.sort_values(' 'by='? column_list (comma 'ascending=' flag)? ')'
                         | '.drop_duplicates(' ('subset='? column_list)? ')' | '.dropna(' ('subset=' column_list)? ')' | '.reset_index(drop=True)'
        query_part ::= number_attribute compare number_literal | text_attribute equal '"' [^'"#x5C#x0-#x1F#x7F]* '"'
        frame_to_numbers ::= '[' number_column ']' | '.' number_attribute | '.iloc[' slice comma number_place ']'
        frame_to_texts ::= '[' text_column ']' | '.' text_attribute | '.iloc[' slice comma text_place ']'
        frame_to_mask ::= '[' truth_column ']'
        frame_to_picked ::= '.loc[' s (mask s | slice)
        picked_to_frame ::= ']' | ',' s ':]'
        picked_to_part ::= ',' s '[' columns ']]'
        frame_to_part ::= '[[' columns ']]'
        part_to_part ::= '.drop_duplicates()' | '.dropna()' | ('.head(' | '.tail(') whole? ')'
        part_to_number ::= '.shape[0]' | '.size'
        part_to_truth ::= '.empty'
        picked_to_numbers ::= ',' s number_column ']'
        picked_to_texts ::= ',' s text_column ']'
        picked_to_mask ::= ',' s truth_column ']'
        frame_to_named ::= '.loc[' numeral
        named_to_row ::= ']'
        frame_to_labelled ::= '.at[' numeral
        named_to_number ::= ',' s number_column ']'
        named_to_text ::= ',' s text_column ']'
        named_to_truth ::= ',' s truth_column ']'
        labelled_to_number ::= ',' s number_column ']'
        labelled_to_text ::= ',' s text_column ']'
        frame_to_row ::= '.iloc[' number_sum ']'
        frame_to_number ::= '.shape[0]' | '.size' | ('.iloc[' | '.iat[') number_sum comma number_place ']'
        frame_to_text ::= ('.iloc[' | '.iat[') number_sum comma text_place ']'
        frame_to_truth ::= '.empty'
        frame_to_labels ::= '.index'
        frame_to_groups ::= '.groupby(' (text_column | '[' text_column ']' | 'df[' text_column ']') (comma 'sort=' flag)? ')'
        frame_to_tally_groups ::= '.groupby(' (number_column | '[' number_column ']' | 'df[' number_column ']') (comma 'sort=' flag)? ')'
        row_to_number ::= '[' (number_column | number_place) ']' | '.' number_attribute
        row_to_text ::= '[' (text_column | text_place) ']' | '.' text_attribute
        row_to_truth ::= '[' truth_column ']'
        labels_to_number ::= '[' position ']' | '.max()' | '.min()' | '.size'
        labels_to_number_list ::= '.tolist()' cut?
        labels_to_number_array ::= '.values' cut?

        """#

    private static let numbers = #"""
        numbers_to_number ::= ('.max' | '.min' | '.sum' | '.mean' | '.median' | '.std' | '.var' | '.count' | '.nunique' | '.prod' | '.idxmax' | '.idxmin'
                            | '.argmax' | '.argmin' | '.item') '()' | '.size' | '.shape[0]' | ('.iloc[' | '.values[' | '.iat[') number_sum ']'
                            | ('[' | '.loc[') numeral ']' | '.quantile(' number_literal ')' | '.corr(' number_series ')'
        numbers_to_numbers ::= ('.head(' | '.tail(' | '.nlargest(' | '.nsmallest(' | '.shift(' | '.diff(' | '.round(') position? ')' | ('[' | '.loc[') mask ']'
                             | ('.abs' | '.cumsum' | '.dropna' | '.drop_duplicates' | '.mode' | '.rank' | '.sort_index') '()' | '.astype(' number_type ')'
                             | '.sort_values(' ('ascending=' flag)? ')' | '.rank(ascending=' flag ')' | '.fillna(' number_literal ')'
                             | ('[' | '.iloc[') slice ']' | '.reset_index(drop=True)'
        numbers_to_texts ::= '.astype(' text_type ')'
        numbers_to_mask ::= '.isin(' (number_collection | number_series) ')' | '.between(' number_sum comma number_sum ')' | ('.isna' | '.notna' | '.isnull' | '.notnull') '()'
                          | '.duplicated(' ('keep=' flag)? ')' | ('.eq(' | '.ne(' | '.gt(' | '.lt(' | '.ge(' | '.le(') number_operand ')'
        numbers_to_truth ::= '.empty' | '.is_unique' | '.is_monotonic_increasing' | '.is_monotonic_decreasing' | '.any()' | '.all()'
        numbers_to_number_list ::= ('.tolist' | '.to_list') '()' cut?
        numbers_to_number_array ::= ('.unique()' | '.values') cut?
        numbers_to_tallies ::= '.value_counts()'
        numbers_to_labels ::= '.index'
        number_list_to_number ::= '[' position ']' | ('.count(' | '.index(') number_sum ')'
        number_array_to_number ::= '[' position ']' | '.shape[0]' | '.size' | '.max()' | '.min()' | '.sum()' | '.mean()'
        number_array_to_number_list ::= '.tolist()' cut?

        """#

    private static let texts = #"""
        texts_to_text ::= ('.max' | '.min' | '.item') '()' | ('.iloc[' | '.values[' | '.iat[') number_sum ']' | ('[' | '.loc[') numeral ']'
        texts_to_number ::= ('.count' | '.nunique' | '.idxmax' | '.idxmin' | '.argmax' | '.argmin') '()' | '.size' | '.shape[0]'
        texts_to_texts ::= ('.head(' | '.tail(' | '.shift(') position? ')' | ('[' | '.loc[') mask ']' | '.astype(' text_type ')' | ('.dropna' | '.drop_duplicates' | '.mode') '()'
                         | '.sort_values(' ('ascending=' flag)? ')' | '.fillna(' text_literal ')' | ('[' | '.iloc[') slice ']' | '.reset_index(drop=True)'
                         | '.replace(' text_literal comma text_literal ')'
                         | ('.str.lower' | '.str.upper' | '.str.strip' | '.str.title' | '.str.capitalize') '()' | '.str[' (position | slice) ']'
                         | '.str.replace(' pattern_literal comma text_literal (comma 'regex=' flag)? ')' | '.str.split(' text_literal? ').str[' position ']'
                         | '.str.split(' text_literal comma 'expand=True)[' whole ']' | '.str.extract(' pattern_literal comma 'expand=False)'
                         | '.str.extract(' pattern_literal (comma 'expand=True')? ')[0]' | '.str.get(' position ')'
        texts_to_numbers ::= '.astype(' number_type ')' | '.str.len()' | '.str.count(' pattern_literal ')'
                           | '.str.extract(' pattern_literal (comma 'expand=True')? ').astype(' number_type ')[0]'
        texts_to_mask ::= '.isin(' (text_collection | text_series) ')' | ('.isna' | '.notna' | '.isnull' | '.notnull') '()' | '.duplicated(' ('keep=' flag)? ')'
                        | ('.eq(' | '.ne(') wording ')' | ('.str.match(' | '.str.fullmatch(') pattern_literal (comma 'na=' flag)? ')' | '.str.contains(' pattern_literal contains_options ')'
                        | ('.str.startswith(' | '.str.endswith(') text_literal (comma 'na=' flag)? ')'
                        | ('.str.isdigit' | '.str.isnumeric' | '.str.isalpha') '()'
        contains_options ::= (comma 'case=' flag)? (comma 'na=' flag)? (comma 'regex=' flag)? | comma 'na=' flag comma ('case=' | 'regex=') flag
        texts_to_truth ::= '.empty' | '.is_unique' | '.is_monotonic_increasing' | '.is_monotonic_decreasing'
        texts_to_text_list ::= ('.tolist' | '.to_list') '()' cut?
        texts_to_text_array ::= ('.unique()' | '.values') cut?
        texts_to_counts ::= '.value_counts()'
        texts_to_extract ::= '.str.extract(' pattern_literal ')'
        extract_to_text ::= '.iloc[' position comma position ']' | ('.iloc[' | '.values[') position '][' whole ']'
        extract_to_number_extract ::= '.astype(' number_type ')'
        number_extract_to_number ::= '.iloc[' position comma position ']' | ('.iloc[' | '.values[') position '][' whole ']'
        countable_of_extract ::= nothing
        texts_to_labels ::= '.index'
        text_to_text ::= ('.lower' | '.upper' | '.strip' | '.title') '()' | '[' (position | slice) ']' | '.split(' text_literal? ')[' position ']'
                       | '.replace(' text_literal comma text_literal ')'
        text_to_text_list ::= '.split(' text_literal? ')' cut?
        text_to_truth ::= ('.startswith(' | '.endswith(') text_literal ')' | '.isdigit()'
        text_to_number ::= ('.count(' | '.find(') text_literal ')'
        text_list_to_text ::= '[' position ']'
        text_list_to_number ::= ('.count(' | '.index(') text_sum ')'
        text_array_to_text ::= '[' position ']'
        text_array_to_number ::= '.shape[0]' | '.size'
        text_array_to_text_list ::= '.tolist()' cut?

        """#

    private static let truths = #"""
        check_to_truth ::= '.any()' | '.all()'
        check_to_number ::= '.sum()'
        mask_to_truth ::= '.any()' | '.all()' | ('.iloc[' | '.values[' | '.iat[') number_sum ']' | '[' numeral ']' | '.item()' | '.empty'
        mask_to_number ::= ('.sum' | '.mean' | '.count' | '.nunique' | '.idxmax') '()' | '.size' | '.shape[0]' | '.value_counts()[' flag ']'
        mask_to_numbers ::= '.astype(' number_type ')' | '.cumsum()'
        mask_to_mask ::= '.shift(' position? ')' | '.eq(' flag ')' | ('[' | '.loc[') mask ']' | ('.head(' | '.tail(') whole? ')'
        mask_to_labels ::= '.index'

        """#

    private static let dates = #"""
        dates_to_date ::= '.max()' | '.min()' | ('.iloc[' | '.values[' | '.iat[') number_sum ']' | '[' numeral ']'
        dates_to_numbers ::= '.dt.' ('year' | 'month' | 'day' | 'dayofweek')
        dates_to_number ::= ('.idxmax' | '.idxmin' | '.nunique' | '.count') '()'
        dates_to_dates ::= '.sort_values(' ('ascending=' flag)? ')' | ('.dropna' | '.drop_duplicates') '()' | ('[' | '.loc[') mask ']' | '.shift(' position? ')'
        dates_to_mask ::= '.between(' moment comma moment ')' | ('.isna' | '.notna' | '.isnull' | '.notnull') '()'
        dates_to_truth ::= '.is_monotonic_increasing' | '.is_monotonic_decreasing' | '.is_unique' | '.empty'
        date_to_number ::= '.year' | '.month' | '.day'

        """#

    /// Numbers labelled by the texts, or by the numbers, that rows were grouped or counted by.
    private static let counted = #"""
        groups_to_counts ::= '.size()' | '[' number_column ']' aggregate | '[' column ']' tally
        tally_groups_to_tallies ::= '.size()' | '[' number_column ']' aggregate | '[' column ']' tally
        groups_to_numbers ::= transformed
        tally_groups_to_numbers ::= transformed
        transformed ::= '[' column "].transform('" ('count' | 'nunique') "')" | '[' number_column "].transform('" ('sum' | 'mean' | 'max' | 'min') "')"
        groups_to_number ::= '.ngroups'
        tally_groups_to_number ::= '.ngroups'
        aggregate ::= ('.sum' | '.mean' | '.max' | '.min' | '.median' | '.first' | '.last' | '.idxmax' | '.idxmin') '()'
        tally ::= ('.count' | '.nunique') '()'
        counts_to_counts ::= in_order
        tallies_to_tallies ::= in_order
        in_order ::= ('.head(' | '.tail(' | '.nlargest(' | '.nsmallest(') whole? ')' | '.sort_values(' ('ascending=' flag)? ')' | '.sort_index()'
        counts_to_number ::= in_all | ('[' | '.loc[') text_literal ']' | '.get(' text_literal (comma number_literal)? ')'
        tallies_to_number ::= in_all | ('[' | '.loc[') number_literal ']' | '.get(' number_literal (comma number_literal)? ')' | ('.idxmax' | '.idxmin') '()'
                            | '.index[' position ']'
        in_all ::= ('.max' | '.min' | '.sum' | '.mean' | '.median' | '.count' | '.nunique') '()' | '.size' | '.shape[0]' | ('.iloc[' | '.values[' | '.iat[') number_sum ']'
        counts_to_text ::= ('.idxmax' | '.idxmin') '()' | '.index[' position ']'
        counts_to_text_list ::= '.index.tolist()' cut?
        counts_to_text_array ::= '.index' cut?
        tallies_to_number_list ::= ('.index.tolist()' | '.tolist()') cut?
        tallies_to_number_array ::= ('.index' | '.values' | '.unique()') cut?
        counts_to_number_list ::= '.tolist()' cut?
        counts_to_number_array ::= ('.values' | '.unique()') cut?
        counts_to_mask ::= ('.eq(' | '.ne(' | '.gt(' | '.lt(' | '.ge(' | '.le(') number_sum ')'
        tallies_to_mask ::= ('.eq(' | '.ne(' | '.gt(' | '.lt(' | '.ge(' | '.le(') number_sum ')'

        """#
}

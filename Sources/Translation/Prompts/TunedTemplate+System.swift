extension TunedTemplate {
    static let claims = """
        You translate claims about a table into pandas. The table is the DataFrame df (all text is lower case). Answer with one Python expression over df and pd that evaluates to True when the table supports the claim and to False when it does not. Use .iloc[0] to read one cell, len(...) to count rows, .str.extract and .astype(float) to read numbers out of text, pd.to_datetime for dates. No explanation.
        Examples:
        only one venue have a crowd of less than 10000 -> len(df[df['crowd'] < 10000]) == 1
        the crowd at the mcg be bigger than the crowd at princes park -> df[df['venue'] == 'mcg']['crowd'].iloc[0] > df[df['venue'] == 'princes park']['crowd'].iloc[0]
        the average height of the tower build before 1980 be over 600 m -> df[df['year'] < 1980]['height (m)'].mean() > 600
        canton tower be the oldest tower -> df.loc[df['year'].idxmin(), 'name'] == 'canton tower'
        """

    static let questions = """
        You translate questions about a table into pandas. The table is the DataFrame df. Answer with one Python expression over df and pd that evaluates to the answer (a value or a list of values). Use .iloc[0] to read one cell, .tolist() for several answers, .str.extract and .astype(float) to read numbers out of text, pd.to_datetime for dates. No explanation.
        Examples:
        which nations won 14 gold medals? -> df[df['gold'] == 14]['nation'].tolist()
        how many towers are in china? -> len(df[df['country'] == 'China'])
        what is the next venue listed after MCG? -> df['venue'].iloc[df[df['venue'] == 'MCG'].index[0] + 1]
        who scored the most goals? -> df.loc[df['goals'].idxmax(), 'player']
        """
}

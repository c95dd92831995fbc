let shippedRanker: StaticString = #"""
    {}
    """#

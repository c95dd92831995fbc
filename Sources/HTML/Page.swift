/// A page that needs nothing but itself: no network, no scripts, no fonts of its own. It follows the reader's choice of light or dark and
/// the width of the window.
public struct Page: Sendable {
    public let title: String
    public let body: Markup

    public init(_ title: String, body: Markup) {
        self.title = title
        self.body = body
    }

    /// The document.
    public var html: String {
        let document: Markup = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(title)</title>
            <style>
            \(Stylesheet.css)
            </style>
            </head>
            <body>
            <main>
            \(body)
            </main>
            </body>
            </html>

            """
        return document.html
    }
}

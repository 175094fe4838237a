import Foundation
import FoundationXML
import XCTest

/// A page or an image as XML: well-formed, with unique ids, and without references that lead nowhere.
final class MarkupDocument: NSObject, XMLParserDelegate {
    /// The names of all elements, in order.
    private(set) var names: [String] = []
    /// The names of the attributes of all elements.
    private(set) var attributes: Set<String> = []
    /// The text of the document, without rules of style.
    private(set) var text = ""

    private var ids: [String] = []
    /// The places to which the elements lead.
    private(set) var links: [String] = []
    private var references: [String] = []

    /// The name of the outermost element.
    var root: String { names.first ?? "" }

    init(_ document: String, file: StaticString = #filePath, line: UInt = #line) throws {
        super.init()
        let parser = XMLParser(data: Data(document.utf8))
        parser.delegate = self
        if !parser.parse() { throw try XCTUnwrap(parser.parserError) }
        XCTAssertEqual(Set(ids).count, ids.count, "an id is there twice", file: file, line: line)
        XCTAssertEqual(Set(references).subtracting(ids), [], "leads nowhere", file: file, line: line)
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes own: [String: String]
    ) {
        names.append(name)
        attributes.formUnion(own.keys)
        if let id = own["id"] { ids.append(id) }
        if let link = own["href"] { links.append(link) }
        if let link = own["href"], link.hasPrefix("#") { references.append(String(link.dropFirst())) }
        for name in ["aria-labelledby", "for", "aria-describedby"] {
            references += (own[name] ?? "").split(separator: " ").map(String.init)
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { if names.last != "style" { text += string } }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        // What follows a word in a line has a blank before it.
        if !["b", "bdi", "code", "span", "small", "a"].contains(name) { text += "\n" }
    }
}

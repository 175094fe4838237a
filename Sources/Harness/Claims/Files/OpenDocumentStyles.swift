/// The styles of an OpenDocument, of which a document has some of its own (`content.xml`) and some by name.
struct OpenDocumentStyles {
    private(set) var all = TextStyles()
    private var name: String?
    private var base: String?
    private var look = TextLook()

    /// Takes in the beginning of an element, if it is part of a style.
    mutating func start(_ tag: XMLTag) {
        switch tag.name {
        case "style:style":
            (name, base) = (tag["name"], tag["parent-style-name"])
            let names = [name, tag["display-name"]].compactMap(\.self)
            look = TextLook(isCode: names.contains { TextLook.isForCode(style: $0) } ? true : nil)
        case "style:text-properties" where name != nil:
            // Struck text is told by a style, a type or both, of which either may be none.
            let strokes = ["text-line-through-style", "text-line-through-type"].compactMap { tag[$0] }
            if !strokes.isEmpty { look.isHidden = !strokes.contains("none") }
            if let display = tag["display"] { look.isHidden = display == "none" || look.isHidden == true }
            if let font = tag["font-name"] ?? tag["font-family"] {
                look.isCode = TextLook.isForCode(font: font) || look.isCode == true
            }
        default: break
        }
    }

    /// Takes in the end of an element.
    mutating func end(_ tag: XMLTag) {
        guard tag.name == "style:style", let name else { return }
        // A whole report in one font is not code.
        if name != "Standard" { all.add(name, look, basedOn: base) }
        self.name = nil
    }
}

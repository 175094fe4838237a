/// The styles of a document of Word (`word/styles.xml`).
enum WordStyles {
    /// Reads the styles; the default ones say nothing, because a whole report in one font is not code.
    static func read(_ bytes: [UInt8]) throws(Problem) -> TextStyles {
        var parts = try XMLParts(bytes)
        var styles = TextStyles()
        var (id, base, isDefault): (String?, String?, Bool) = (nil, nil, false)
        var look = TextLook()
        while let part = try parts.next() {
            switch part {
            case .start(let tag) where tag.local == "style":
                (id, base, isDefault) = (tag["styleId"], nil, tag["default"].map { $0 == "1" || $0 == "true" } ?? false)
                look = TextLook(isCode: id.flatMap { TextLook.isForCode(style: $0) ? true : nil })
            case .start(let tag) where tag.local == "name" && id != nil:
                if TextLook.isForCode(style: tag["val"] ?? "") { look.isCode = true }
            case .start(let tag) where tag.local == "basedOn":
                base = tag["val"]
            case .start(let tag) where id != nil:
                look = Self.look(of: tag, over: look)
            case .end(let tag) where tag.local == "style":
                if let id, !isDefault { styles.add(id, look, basedOn: base) }
                id = nil
            default: break
            }
        }
        return styles
    }

    /// The look that a property of a run makes of another one.
    static func look(of tag: XMLTag, over look: TextLook) -> TextLook {
        var look = look
        switch tag.local {
        case "strike", "dstrike", "vanish": look.isHidden = tag.isOn || look.isHidden == true
        case "rFonts":
            if let font = tag["ascii"] ?? tag["hAnsi"] {
                look.isCode = TextLook.isForCode(font: font) || look.isCode == true
            }
        default: break
        }
        return look
    }
}

internal import Foundation

/// How a text looks, as far as it tells what the text is; nil is as the style behind says.
struct TextLook {
    /// Whether it is struck, or is not shown.
    var isHidden: Bool?
    /// Whether it has letters of one width, or a style for code.
    var isCode: Bool?

    /// This look, with what another one says where this one says nothing.
    func over(_ other: TextLook) -> TextLook {
        TextLook(isHidden: isHidden ?? other.isHidden, isCode: isCode ?? other.isCode)
    }

    /// Whether a style is for code by its name: `Source Code`, `Preformatted_20_Text`, `HTMLPreformatted`.
    static func isForCode(style name: String) -> Bool {
        let plain = folded(name)
        return ["source", "code", "codigo", "preformat", "verbatim", "listing", "terminal", "consol"].contains {
            plain.contains($0)
        }
    }

    /// Whether the letters of a font have one width, by its name.
    static func isForCode(font name: String) -> Bool {
        let plain = folded(name)
        return ["mono", "courier", "consolas", "menlo", "monaco", "inconsolata", "terminal", "typewriter", "fixed"]
            .contains { plain.contains($0) } || plain.split(separator: " ").contains("code")
    }

    private static func folded(_ name: String) -> String {
        name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).lowercased()
    }
}

/// The styles of a document, by name, each with the one on which it is based.
struct TextStyles {
    private var styles: [String: (look: TextLook, base: String?)] = [:]

    /// Adds a style, or says more of it.
    mutating func add(_ name: String, _ look: TextLook, basedOn base: String?) { styles[name] = (look, base) }

    /// The look of a style, with that of the styles on which it is based.
    func look(of name: String?) -> TextLook {
        var look = TextLook()
        var next = name
        for _ in 0..<20 {
            guard let name = next, let style = styles[name] else { break }
            look = look.over(style.look)
            next = style.base
        }
        return look
    }
}

package dev.truerole.scraper.board;

import dev.truerole.scraper.page.Page;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the XML that boards answer with. A document type, which is what entities that fetch files
 * or grow without end need, is refused; so is depth no feed has.
 */
final class BoardXml {

  private static final int MAX_DEPTH = 50;

  /** A feed of the most postings read has fewer elements. */
  private static final int MAX_ELEMENTS = 1_000_000;

  private static final XMLInputFactory FACTORY = factory();

  private BoardXml() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> new StringReader(""));
    return factory;
  }

  /**
   * @param root the local name the outermost element must have
   * @throws BoardFormatException if the page is no well-formed XML of that root, or declares a
   *     document type
   */
  static XmlNode read(Page page, String board, String root) throws BoardFormatException {
    try {
      XmlNode found = read(page.html().stripLeading());
      if (!found.name().equals(root)) {
        throw new BoardFormatException(
            board, page.source(), "<" + found.name() + "> where <" + root + "> should be");
      }
      return found;
    } catch (XMLStreamException unreadable) {
      String start = BoardJson.start(page.html());
      throw new BoardFormatException(
          board, page.source(), "no XML that may be read (it starts with '" + start + "')");
    }
  }

  private static XmlNode read(String xml) throws XMLStreamException {
    XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(xml));
    try {
      return tree(reader);
    } finally {
      reader.close();
    }
  }

  private static XmlNode tree(XMLStreamReader reader) throws XMLStreamException {
    Deque<XmlNode> open = new ArrayDeque<>();
    XmlNode outside = new XmlNode("");
    open.push(outside);
    int elements = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          refuse(open.size() > MAX_DEPTH || ++elements > MAX_ELEMENTS, "too deep or too large");
          XmlNode node = new XmlNode(reader.getLocalName());
          open.element().add(node);
          open.push(node);
        }
        case XMLStreamConstants.END_ELEMENT -> open.pop();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            open.element().append(reader.getText());
        case XMLStreamConstants.DTD -> refuse(true, "document type");
        case XMLStreamConstants.ENTITY_REFERENCE -> refuse(true, "unknown entity");
        default -> {}
      }
    }
    return outside.first();
  }

  private static void refuse(boolean bad, String why) throws XMLStreamException {
    if (bad) {
      throw new XMLStreamException(why);
    }
  }
}

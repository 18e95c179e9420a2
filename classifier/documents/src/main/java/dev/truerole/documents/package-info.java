/**
 * Documents that are no text (PDFBox, POI): bytes in, Markdown out. A room of its own, and a module
 * that can be left out, since its libraries are large.
 */
@NullMarked
package dev.truerole.documents;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Markdown (CommonMark with GitHub's tables) as a text to be read, with where its parts are that look different. Blocks are apart as in the source, and
 * its lines stay lines. No widget is needed, and no browser, which not every machine has.
 *
 * @param plain the text
 * @param spans its parts, in order; none overlap
 */
public record MarkdownText(String plain, List<Span> spans) {

	/** How a part looks. */
	public enum Look {
		HEADING, STRONG, EMPHASIS, CODE, LINK
	}

	/** A part; {@code target} is where a link goes to, and null of all others. */
	public record Span(int start, int length, Look look, String target) {
	}

	private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create())).includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

	public MarkdownText {
		spans = List.copyOf(spans);
	}

	/** Reads Markdown. */
	public static MarkdownText of(String markdown) {
		return read(markdown, true);
	}

	/** What a reader sees of it that is no block of code. */
	public static String prose(String markdown) {
		return read(markdown, false).plain();
	}

	private static MarkdownText read(String markdown, boolean code) {
		Writer writer = new Writer(code);
		PARSER.parse(markdown).accept(writer);
		return new MarkdownText(writer.plain.toString(), writer.spans);
	}

	private static Stream<Node> children(Node node) {
		return Stream.iterate(node.getFirstChild(), child -> child != null, Node::getNext);
	}

	private static final class Writer extends AbstractVisitor {

		private static final String STEP = "  ";

		private final boolean code;
		private final StringBuilder plain = new StringBuilder();
		private final List<Span> spans = new ArrayList<>();
		/** Before lines of what is in a list. */
		private String indent = "";
		/** Whether the block begins where the text ends: at the beginning, and after the sign of a list's item. */
		private boolean begun = true;
		/** The last line of the source that is written. */
		private int line;
		/** Whether a part is being written: those within it look as it does. */
		private boolean within;

		Writer(boolean code) {
			this.code = code;
		}

		private void begin(Block block) {
			int first = block.getSourceSpans().isEmpty() ? line + 1 : block.getSourceSpans().getFirst().getLineIndex();
			if (!begun) {
				plain.append(first > line + 1 ? "\n\n" : "\n").append(indent);
			}
			begun = false;
			line = block.getSourceSpans().isEmpty() ? first : block.getSourceSpans().getLast().getLineIndex();
		}

		private void part(Node node, Look look, String target) {
			boolean outer = within;
			within = true;
			int start = plain.length();
			visitChildren(node);
			within = outer;
			add(start, look, target);
		}

		private void part(String text, Look look) {
			int start = plain.length();
			plain.append(text);
			add(start, look, null);
		}

		private void add(int start, Look look, String target) {
			if (!within && plain.length() > start) {
				spans.add(new Span(start, plain.length() - start, look, target));
			}
		}

		// ------------------------------------------------------------------------------------------- blocks

		@Override
		public void visit(Paragraph paragraph) {
			begin(paragraph);
			visitChildren(paragraph);
		}

		@Override
		public void visit(Heading heading) {
			begin(heading);
			part(heading, Look.HEADING, null);
		}

		@Override
		public void visit(FencedCodeBlock block) {
			code(block, block.getLiteral());
		}

		@Override
		public void visit(IndentedCodeBlock block) {
			code(block, block.getLiteral());
		}

		private void code(Block block, String literal) {
			if (code) {
				begin(block);
				String between = "";
				for (String each : literal.lines().toList()) {
					plain.append(between);
					part(each.replace("\t", "    "), Look.CODE);
					between = "\n" + indent;
				}
			}
		}

		@Override
		public void visit(HtmlBlock block) {
			if (!block.getLiteral().startsWith("<!--")) {
				begin(block);
				plain.append(block.getLiteral());
			}
		}

		@Override
		public void visit(ThematicBreak rule) {
			begin(rule);
			plain.append("———");
		}

		@Override
		public void visit(BulletList list) {
			children(list).forEach(item -> item((ListItem) item, "• "));
		}

		@Override
		public void visit(OrderedList list) {
			int number = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
			for (Node item : children(list).toList()) {
				item((ListItem) item, number++ + ". ");
			}
		}

		private void item(ListItem item, String sign) {
			int last = line;
			begin(item);
			plain.append(sign);
			begun = true;
			line = Math.max(last, item.getSourceSpans().isEmpty() ? last : item.getSourceSpans().getFirst().getLineIndex());
			String outer = indent;
			indent += STEP;
			visitChildren(item);
			indent = outer;
			begun = false;
		}

		@Override
		public void visit(CustomBlock block) {
			if (block instanceof TableBlock) {
				List<Node> head = children(block).filter(TableHead.class::isInstance).flatMap(MarkdownText::children).flatMap(MarkdownText::children).toList();
				begin(block);
				String between = "";
				for (Node row : children(block).filter(TableBody.class::isInstance).flatMap(MarkdownText::children).toList()) {
					plain.append(between);
					row(row, head);
					between = "\n" + indent;
				}
			} else {
				visitChildren(block);
			}
		}

		/** A row of a table reads as an entry of a list: tables are wider than views. */
		private void row(Node row, List<Node> head) {
			plain.append("• ");
			List<Node> cells = children(row).toList();
			for (int i = 0; i < cells.size(); i++) {
				if (i > 0 && cells.get(i).getFirstChild() != null) {
					plain.append(i == 1 ? ": " : "; ");
					if (i > 1 && i < head.size() && head.get(i).getFirstChild() != null) {
						part(head.get(i), Look.EMPHASIS, null);
						plain.append(' ');
					}
				}
				visitChildren(cells.get(i));
			}
		}

		// ------------------------------------------------------------------------------------------- within a block

		@Override
		public void visit(Text text) {
			plain.append(text.getLiteral());
		}

		@Override
		public void visit(Code literal) {
			part(literal.getLiteral(), Look.CODE);
		}

		@Override
		public void visit(StrongEmphasis strong) {
			part(strong, Look.STRONG, null);
		}

		@Override
		public void visit(Emphasis emphasis) {
			part(emphasis, Look.EMPHASIS, null);
		}

		@Override
		public void visit(Link link) {
			part(link, Look.LINK, link.getDestination());
		}

		@Override
		public void visit(SoftLineBreak end) {
			plain.append('\n').append(indent);
		}

		@Override
		public void visit(HardLineBreak end) {
			plain.append('\n').append(indent);
		}

		/** What looks like a tag is most often a word in angle brackets; only a line break means something. */
		@Override
		public void visit(HtmlInline html) {
			boolean end = html.getLiteral().matches("<br */?>");
			plain.append(!end ? html.getLiteral() : html.getParent() instanceof TableCell ? "; " : "\n" + indent);
		}
	}
}

package org.theoremcheck.report;

import java.util.List;
import org.theoremcheck.claim.Figure;

/** Figures as one web page that needs nothing beside itself. */
final class FiguresPage {

    private record View(String title, String lead, List<Curves> figures, String style, String charts, String script) {}

    private FiguresPage() {}

    static String html(String title, String lead, List<Figure> figures) {
        return Resources.template("figures")
                .execute(new View(
                        title,
                        lead,
                        figures.stream().map(Curves::of).toList(),
                        Resources.text("page.css"),
                        Resources.charts(),
                        Resources.text("page.js")));
    }
}

package dev.truerole.app.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.truerole.scraper.file.PostingFiles;
import dev.truerole.scraper.file.PostingRow;
import dev.truerole.scraper.file.PostingRows;
import dev.truerole.scraper.file.ReadOptions;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is known of the model, and postings to try it on. */
final class ModelRoutes {

  private final Path model;
  private final Path examples;

  ModelRoutes(Served served) {
    this.model = served.model();
    this.examples = served.examples();
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/model", this::model),
        Route.get(
            "/api/v1/model/card",
            context -> file(context, "CARD.md", "text/markdown; charset=utf-8")),
        Route.get(
            "/api/v1/model/confusion.png", context -> file(context, "confusion.png", "image/png")),
        Route.get(
            "/api/v1/model/reliability.png",
            context -> file(context, "reliability.png", "image/png")),
        Route.get("/api/v1/examples", this::examples),
        Route.get("/api/v1/openapi.yaml", ModelRoutes::contract));
  }

  /** The card, with the figures that were measured. */
  private void model(Context context) throws IOException {
    ObjectNode json = (ObjectNode) Json.trusted(Files.readString(model.resolve("card.json")));
    json.remove("samples");
    Path figures = model.resolve("metrics.json");
    if (Files.exists(figures)) {
      json.set("figures", Json.trusted(Files.readString(figures)));
    }
    Json.send(context, json);
  }

  private void file(Context context, String name, String type) throws IOException {
    Path file = model.resolve(name);
    if (Files.notExists(file)) {
      throw Problem.notFound("The model has no " + name + "; it was trained without measuring.");
    }
    context.contentType(type).result(Files.newInputStream(file));
  }

  private void examples(Context context) {
    ArrayNode all = Json.array();
    if (Files.isDirectory(examples)) {
      try (PostingRows rows = new PostingFiles(ReadOptions.defaults()).open(List.of(examples))) {
        rows.forEachRemaining(row -> add(all, row));
      }
    }
    Json.send(context, all);
  }

  private static void add(ArrayNode all, PostingRow row) {
    if (row instanceof PostingRow.Posting read) {
      String name = String.valueOf(Path.of(read.id().text()).getFileName());
      all.addObject()
          .put("name", name)
          .put("title", read.posting().title())
          .put("text", read.posting().body().text());
    }
  }

  private static void contract(Context context) throws IOException {
    try (InputStream yaml = ModelRoutes.class.getResourceAsStream("openapi.yaml")) {
      if (yaml == null) {
        throw Problem.notFound("The description was not built in.");
      }
      context.contentType("application/yaml").result(yaml.readAllBytes());
    }
  }
}

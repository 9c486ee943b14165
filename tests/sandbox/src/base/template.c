/* Rendering HTML templates. */
#include "base/template.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DEPTH_MOST 16
#define NAME_SIZE  64

/* The objects in which names are looked up, the innermost last. */
struct scope {
	struct json_object *objects[DEPTH_MOST];
	int depth;
};

struct rendering {
	FILE *out;
	sandbox_template_find *find;
	struct scope scope;
};

/* One {{…}}. */
struct tag {
	char kind; /* '#', '^', '/', '>', or 0 for a value */
	char name[NAME_SIZE];
	const char *begin, *end; /* of all of it */
};

static void complain(const char *what, const char *where)
{
	fprintf(stderr, "sandbox: a template %s: %.40s\n", what, where);
	abort();
}

/* The next tag; NULL if there is none. */
static const char *next_tag(const char *text, struct tag *tag)
{
	tag->begin = strstr(text, "{{");
	if (!tag->begin) {
		return NULL;
	}
	const char *from = tag->begin + 2;
	const char *to = strstr(from, "}}");
	if (!to || (size_t)(to - from) >= NAME_SIZE) {
		complain("has an open tag", tag->begin);
		return NULL;
	}
	tag->end = to + 2;
	tag->kind = strchr("#^/>", *from) ? *from++ : '\0';
	snprintf(tag->name, NAME_SIZE, "%.*s", (int)(to - from), from);
	return tag->begin;
}

/* The tag that closes the section; tags within are skipped. */
static struct tag closing_tag(const struct tag *section)
{
	struct tag tag;
	int open = 1;
	const char *at = section->end;
	while (open > 0) {
		if (!next_tag(at, &tag)) {
			complain("has an open section", section->begin);
		}
		open += tag.kind == '#' || tag.kind == '^' ? 1 : tag.kind == '/' ? -1 : 0;
		at = tag.end;
	}
	return tag;
}

static struct json_object *look_up_path(struct json_object *object, const char *path)
{
	char name[NAME_SIZE];
	while (object && *path) {
		size_t size = strcspn(path, ".");
		snprintf(name, sizeof name, "%.*s", (int)size, path);
		if (!json_object_is_type(object, json_type_object) || !json_object_object_get_ex(object, name, &object)) {
			return NULL;
		}
		path += size + (path[size] == '.');
	}
	return object;
}

static struct json_object *look_up(const struct scope *scope, const char *path)
{
	struct json_object *value = NULL;
	for (int i = scope->depth; i > 0 && !value; i--) {
		value = look_up_path(scope->objects[i - 1], path);
	}
	return value;
}

static bool is_something(struct json_object *value)
{
	switch (json_object_get_type(value)) {
		case json_type_null:
			return false;
		case json_type_boolean:
			return json_object_get_boolean(value);
		case json_type_string:
			return json_object_get_string_len(value) > 0;
		case json_type_array:
			return json_object_array_length(value) > 0;
		default:
			return true;
	}
}

static void write_escaped(FILE *out, const char *text)
{
	static const struct {
		char c;
		const char *entity;
	} entities[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"}};
	for (; *text; text++) {
		size_t i = 0;
		while (i < sizeof entities / sizeof *entities && entities[i].c != *text) {
			i++;
		}
		if (i < sizeof entities / sizeof *entities) {
			fputs(entities[i].entity, out);
		} else {
			fputc(*text, out);
		}
	}
}

static void render_text(struct rendering *rendering, const char *from, const char *to);

static void render_in(
	struct rendering *rendering, struct json_object *object, const struct tag *from, const struct tag *to)
{
	if (rendering->scope.depth == DEPTH_MOST) {
		complain("is too deep", from->begin);
	}
	rendering->scope.objects[rendering->scope.depth++] = object;
	render_text(rendering, from->end, to->begin);
	rendering->scope.depth--;
}

static void render_section(struct rendering *rendering, const struct tag *from, const struct tag *to)
{
	struct json_object *value = look_up(&rendering->scope, from->name);
	if (from->kind == '^') {
		if (!is_something(value)) {
			render_text(rendering, from->end, to->begin);
		}
		return;
	}
	if (!is_something(value)) {
		return;
	}
	if (!json_object_is_type(value, json_type_array)) {
		render_in(rendering, value, from, to);
		return;
	}
	for (size_t i = 0; i < json_object_array_length(value); i++) {
		render_in(rendering, json_object_array_get_idx(value, i), from, to);
	}
}

static void render_partial(struct rendering *rendering, const struct tag *tag)
{
	const char *text = rendering->find(tag->name);
	if (!text) {
		complain("is missing", tag->name);
		return;
	}
	render_text(rendering, text, text + strlen(text));
}

static void render_text(struct rendering *rendering, const char *from, const char *to)
{
	struct tag tag;
	while (next_tag(from, &tag) && tag.begin < to) {
		fwrite(from, 1, (size_t)(tag.begin - from), rendering->out);
		from = tag.end;
		if (tag.kind == '>') {
			render_partial(rendering, &tag);
		} else if (tag.kind) {
			struct tag end = closing_tag(&tag);
			render_section(rendering, &tag, &end);
			from = end.end;
		} else {
			struct json_object *value = look_up(&rendering->scope, tag.name);
			write_escaped(rendering->out, value ? json_object_get_string(value) : "");
		}
	}
	fwrite(from, 1, (size_t)(to - from), rendering->out);
}

char *sandbox_template_render(sandbox_template_find *find, const char *name, struct json_object *values)
{
	char *text = NULL;
	size_t size = 0;
	struct rendering rendering = {.find = find, .scope = {.objects = {values}, .depth = 1}};
	rendering.out = open_memstream(&text, &size);
	if (!rendering.out) {
		return NULL;
	}
	struct tag whole = {.kind = '>'};
	snprintf(whole.name, sizeof whole.name, "%s", name);
	render_partial(&rendering, &whole);
	fclose(rendering.out);
	return text;
}

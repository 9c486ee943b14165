/* The messages of answers in Russian. */
#include "call/language.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* The documents have hardly a message in both languages: the Russian ones are ours. */
static const struct {
	const char *english, *russian;
} texts[] = {
	{"Success", "Успешно"},
	{"Access denied: the request must be signed", "Доступ запрещён: запрос должен быть подписан"},
	{"Access denied", "Доступ запрещён"},
	{"Access denied: only its binding can pay this order", "Доступ запрещён: заказ оплачивается только его связкой"},
	{"Access denied: order is not in a correct state", "Доступ запрещён: неверное состояние заказа"},
	{"Access denied: the fast payment system knows no holds",
		"Доступ запрещён: система быстрых платежей не знает холдов"},
	{"Access denied: the order is a subscription without a payment", "Доступ запрещён: заказ на подписку без оплаты"},
	{"Another binding of this card is active", "Активна другая связка этой карты"},
	{"Binding has been created already", "Связка уже создана"},
	{"Binding is active already", "Связка уже активна"},
	{"Binding is not active", "Связка не активна"},
	{"Binding not found", "Связка не найдена"},
	{"Card expiration date is wrong", "Неверный срок действия карты"},
	{"Card is in the list already", "Карта уже в списке"},
	{"Card number is wrong", "Неверный номер карты"},
	{"Decline. Input error", "Отказ. Ошибка ввода"},
	{"Deposit amount is below the minimum", "Сумма завершения меньше минимальной"},
	{"Deposited amount is not the expected one", "Завершённая сумма не равна ожидаемой"},
	{"Expired card", "Истёк срок действия карты"},
	{"FORCE_CREATE_BINDING cannot be used with BINDING_NOT_NEEDED",
		"FORCE_CREATE_BINDING нельзя сочетать с BINDING_NOT_NEEDED"},
	{"FORCE_CREATE_BINDING needs clientId and no bindingId",
		"FORCE_CREATE_BINDING требует clientId и не терпит bindingId"},
	{"FORCE_TDS and FORCE_SSL cannot be used with AUTO_PAYMENT",
		"FORCE_TDS и FORCE_SSL нельзя сочетать с AUTO_PAYMENT"},
	{"Format error", "Ошибка формата"},
	{"General Error", "Общая ошибка"},
	{"Input error", "Ошибка ввода"},
	{"Information not found", "Информация не найдена"},
	{"No card record", "Карта не найдена"},
	{"No connection with the bank. Please try later.", "Нет связи с банком. Попробуйте позже."},
	{"No such position in the cart of the order", "Такой позиции в корзине заказа нет"},
	{"Not enough money", "Недостаточно средств"},
	{"Operation declined. Please check the data and available balance of the account.",
		"Операция отклонена. Проверьте данные и остаток на счёте."},
	{"Operation declined. Please contact the bank that issued the card.",
		"Операция отклонена. Обратитесь в банк, выпустивший карту."},
	{"Operation declined. Please contact the merchant.", "Операция отклонена. Обратитесь в магазин."},
	{"Operation is impossible. Cardholder authentication finished unsuccessfully.",
		"Операция невозможна. Аутентификация держателя карты завершилась неуспешно."},
	{"Operation is not allowed for original order", "Операция не разрешена для исходного заказа"},
	{"Order is not in a correct state", "Неверное состояние заказа"},
	{"Order number already processed", "Заказ с таким номером уже обработан"},
	{"Order with this number is already registered", "Заказ с таким номером уже зарегистрирован"},
	{"Payment is declined", "Платёж отклонён"},
	{"Payment time limit", "Истёк срок оплаты"},
	{"3DSec decline", "Отказ 3-D Secure"},
	{"3DSec comm error", "Ошибка связи 3-D Secure"},
	{"Quantity of an item exceeds what is left of it", "Количество превышает остаток позиции"},
	{"Declined with RReq", "Отказ по RReq"},
	{"SSL restricted", "Оплата без 3-D Secure запрещена"},
	{"Started", "Начато"},
	{"status not Y", "статус не Y"},
	{"The answer of the ACS is wrong", "Неверный ответ ACS"},
	{"is of another card", "относится к другой карте"},
	{"Refund amount exceeds deposited amount", "Сумма возврата превышает списанную сумму"},
	{"Refund amount exceeds what is left of the position", "Сумма возврата превышает остаток позиции"},
	{"SBP subscription not found", "Подписка СБП не найдена"},
	{"Sum of items is not the amount", "Сумма позиций не равна сумме операции"},
	{"System error", "Системная ошибка"},
	{"Task is not in a correct state", "Неверное состояние задачи"},
	{"Time for entering the payment data is over.", "Время ввода данных истекло."},
	{"URL is invalid", "неверный URL"},
	{"Unable to process", "Операция не может быть обработана"},
	{"Unknown currency", "Неизвестная валюта"},
	{"Unknown order", "Неизвестный заказ"},
	{"Unknown task", "Неизвестная задача"},
	{"Unsuccessful", "Неуспешно"},
	{"Your order is proceeded, redirecting...", "Ваш заказ обработан, происходит переадресация..."},
	{"cannot be used with FORCE_CREATE_BINDING", "нельзя сочетать с FORCE_CREATE_BINDING"},
	{"was used with other data", "использован с другими данными"},
	{"was used already", "уже использован"},
	{"no right to see this merchant", "нет права видеть этот магазин"},
	{"is too large", "слишком велико"},
	{"has too many members", "слишком много членов"},
	{"is an unknown parameter", "неизвестный параметр"},
	{"is empty", "не задано"},
	{"is given more than once", "задано больше одного раза"},
	{"is not a JSON object", "не объект JSON"},
	{"is not itemPrice times quantity", "не равно itemPrice, умноженной на количество"},
	{"is not the currency of the order", "не валюта заказа"},
	{"itemAmount is not itemPrice times quantity", "itemAmount не равна itemPrice, умноженной на количество"},
	{"merchant has no permission for AUTO_PAYMENT", "у магазина нет права на AUTO_PAYMENT"},
	{"merchant has no permission for FORCE_CREATE_BINDING", "у магазина нет права на FORCE_CREATE_BINDING"},
	{"merchant has no permission for VERIFY", "у магазина нет права на VERIFY"},
	{"sum of itemAmount is not the amount of the order", "сумма itemAmount не равна сумме заказа"},
	{"unknown value", "неизвестное значение"},
	{"wrong value", "неверное значение"},
};

/* Members with a message of ours, and objects of the shop, whose members are its own. */
static const char *const messages[] = {
	"errorMessage", "ErrorMessage", "error", "info", "userMessage", "actionCodeDescription", "message", "description"};
static const char *const of_the_shop[] = {"orderBundle", "merchantOrderParams", "attributes", "params"};

static bool is_among(const char *const *names, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++) {
		if (strcmp(names[i], name) == 0) {
			return true;
		}
	}
	return false;
}

/* "[name] what" with the name as it is, or the whole text. NULL if there is no such text. */
static struct json_object *translate(const char *text)
{
	const char *end = text[0] == '[' ? strstr(text, "] ") : NULL;
	const char *what = end ? end + 2 : text;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		if (strcmp(texts[i].english, what) == 0) {
			char whole[512];
			snprintf(whole, sizeof whole, "%.*s%s", (int)(what - text), text, texts[i].russian);
			return json_object_new_string(whole);
		}
	}
	return NULL;
}

static void translate_value(struct json_object *value);

static void translate_members(struct json_object *object)
{
	json_object_object_foreach(object, name, value) {
		if (is_among(of_the_shop, sizeof of_the_shop / sizeof *of_the_shop, name)) {
			continue;
		}
		bool message = json_object_is_type(value, json_type_string) &&
					   is_among(messages, sizeof messages / sizeof *messages, name);
		struct json_object *text = message ? translate(json_object_get_string(value)) : NULL;
		if (text) {
			json_object_object_add(object, name, text);
		} else {
			translate_value(value);
		}
	}
}

static void translate_value(struct json_object *value)
{
	if (json_object_is_type(value, json_type_object)) {
		translate_members(value);
	}
	size_t count = json_object_is_type(value, json_type_array) ? json_object_array_length(value) : 0;
	for (size_t i = 0; i < count; i++) {
		translate_value(json_object_array_get_idx(value, i));
	}
}

void sandbox_language_apply(struct json_object *answer, const char *language)
{
	if (language && strcasecmp(language, "ru") == 0) {
		translate_value(answer);
	}
}

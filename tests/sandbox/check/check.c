#include "check.h"

int main(void)
{
	int failed = sandbox_check_cards() + sandbox_check_clock() + sandbox_check_form() + sandbox_check_parameters() +
				 sandbox_check_rules() + sandbox_check_store() + sandbox_check_urls();
	return failed != 0;
}
